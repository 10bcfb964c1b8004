using Nuke.Common;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;
using Pipeline.Components.Records;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Pipeline.Components.Verify;

/// <summary>Compiles the solution; a warning is an error.</summary>
public interface ICompileSolution : IRestoreSolution, IHazConfiguration
{
    Target Compile =>
        _ =>
            _.Description("Compiles the solution; warnings are errors")
                .DependsOn(Restore)
                .Executes(() =>
                    DoOnce(nameof(Compile), TargetInputs.Solution with { Parameters = [Configuration] }, CompileAll)
                );

    private void CompileAll()
    {
        using var compiler = new CompilerServer(RootDirectory);
        DotNetBuild(_ =>
            _.SetProjectFile(Solution)
                .SetConfiguration(Configuration)
                .EnableNoRestore()
                .EnableNoLogo()
                .SetVerbosity(DotNetVerbosity.quiet)
                .SetProperty("UseSharedCompilation", "true")
                .SetProperty("SharedCompilationId", compiler.Id)
        );
    }
}
