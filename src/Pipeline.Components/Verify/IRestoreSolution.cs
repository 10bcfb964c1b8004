using Nuke.Common;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;
using Pipeline.Components.Records;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Pipeline.Components.Verify;

/// <summary>Restores the packages of the solution exactly as its lock files say.</summary>
public interface IRestoreSolution : IHazSolution, IHazRecords
{
    Target Restore =>
        _ =>
            _.Description("Restores packages as the lock files say")
                .Executes(() =>
                    DoOnce(
                        nameof(Restore),
                        TargetInputs.Projects(RootDirectory),
                        () => DotNetRestore(_ => _.SetProjectFile(Solution).SetVerbosity(DotNetVerbosity.quiet))
                    )
                );
}
