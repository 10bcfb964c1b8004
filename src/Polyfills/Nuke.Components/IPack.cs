using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Packs the solution into NuGet packages.</summary>
public interface IPack : ICompile, IHazArtifacts
{
    /// <summary>The folder of the packages.</summary>
    AbsolutePath PackagesDirectory => ArtifactsDirectory / "packages";

    /// <summary>Packs the solution.</summary>
    Target Pack =>
        _ =>
            _.Description("Packs the solution")
                .DependsOn(Compile)
                .Produces(PackagesDirectory / "*.nupkg")
                .Executes(() => DotNetPack(_ => _.Apply(PackSettingsBase).Apply(PackSettings)));

    /// <summary>Settings that every build has.</summary>
    sealed Configure<DotNetPackSettings> PackSettingsBase =>
        _ =>
            _.SetProject(Solution)
                .SetConfiguration(Configuration)
                .SetNoBuild(SucceededTargets.Contains(Compile))
                .SetOutputDirectory(PackagesDirectory);

    /// <summary>Settings of this build.</summary>
    Configure<DotNetPackSettings> PackSettings => _ => _;
}
