using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Builds the solution, and publishes projects of it.</summary>
public interface ICompile : IRestore, IHazConfiguration
{
    Target Compile =>
        _ =>
            _.Description("Builds the solution")
                .DependsOn(Restore)
                .WhenSkipped(DependencyBehavior.Skip)
                .Executes(() =>
                {
                    DotNetBuild(_ => _.Apply(CompileSettingsBase).Apply(CompileSettings));
                    DotNetPublish(
                        _ =>
                            _.Apply(PublishSettingsBase)
                                .Apply(PublishSettings)
                                .CombineWith(
                                    PublishConfigurations,
                                    (_, published) => _.SetProject(published.Project).SetFramework(published.Framework)
                                ),
                        PublishDegreeOfParallelism
                    );
                });

    sealed Configure<DotNetBuildSettings> CompileSettingsBase =>
        _ =>
            _.SetProjectFile(Solution)
                .SetConfiguration(Configuration)
                .When(IsServerBuild, _ => _.SetProperty("ContinuousIntegrationBuild", true))
                .SetNoRestore(SucceededTargets.Contains(Restore));

    sealed Configure<DotNetPublishSettings> PublishSettingsBase =>
        _ =>
            _.SetConfiguration(Configuration)
                .EnableNoBuild()
                .EnableNoLogo()
                .When(IsServerBuild, _ => _.SetProperty("ContinuousIntegrationBuild", true));

    /// <summary>What a build adds to the settings, or changes of them.</summary>
    Configure<DotNetBuildSettings> CompileSettings => _ => _;

    /// <inheritdoc cref="CompileSettings"/>
    Configure<DotNetPublishSettings> PublishSettings => _ => _;

    /// <summary>The projects that are published, each for a framework.</summary>
    IEnumerable<(Project Project, string Framework)> PublishConfigurations => [];

    int PublishDegreeOfParallelism => 10;
}
