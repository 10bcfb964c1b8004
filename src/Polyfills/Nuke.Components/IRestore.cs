using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Restores the packages of the solution.</summary>
public interface IRestore : IHazSolution
{
    Target Restore =>
        _ =>
            _.Description("Restores the packages of the solution")
                .Executes(() => DotNetRestore(_ => _.Apply(RestoreSettingsBase).Apply(RestoreSettings)));

    sealed Configure<DotNetRestoreSettings> RestoreSettingsBase =>
        _ => _.SetProjectFile(Solution).SetIgnoreFailedSources(IgnoreFailedSources);

    /// <summary>What a build adds to the settings, or changes of them.</summary>
    Configure<DotNetRestoreSettings> RestoreSettings => _ => _;

    [Parameter("Ignore unreachable sources during restore")]
    bool IgnoreFailedSources => TryGetValue<bool?>(() => IgnoreFailedSources) ?? false;
}
