using System.Collections.Immutable;
using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Components;
using Pipeline.Components;
using Pipeline.Components.Backtest;
using Pipeline.Components.Cluster;
using Pipeline.Components.Deliver;
using Pipeline.Components.Explain;
using Pipeline.Components.Generate;
using Pipeline.Components.Hosts;
using Pipeline.Components.Operate;
using Pipeline.Components.Package;
using Pipeline.Components.Releases;
using Pipeline.Components.Secrets;
using Pipeline.Components.Signals;
using Pipeline.Components.Simulate;
using Pipeline.Components.Verify;
using Pipeline.Components.Workflows;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Quality.Dependencies;
using Pipeline.Core.Workflows.Definitions;

[ProtectSecrets]
[ReportToHost]
[HandleSignals]
[TargetGraph]
[Workflow("continuous")]
[Workflow("delivery")]
[Workflow("release")]
[Workflow("nightly")]
class Build
    : NukeBuild,
        IRestoreSolution,
        ICompileSolution,
        IFormatCheck,
        ITestSolution,
        ICoverageGate,
        IDependencyGate,
        IBuildImage,
        IScanImage,
        IPushImage,
        IDeployDevelopment,
        IDeployStaging,
        IDeployProduction,
        IPromoteImage,
        ICleanRegistry,
        IShip,
        IExplain,
        IBacktest,
        IRunCluster,
        IShowStatus,
        IControlRollout,
        ISimulate,
        IGenerateManifests,
        IGenerateWorkflows,
        IVerifyPins,
        IRelease
{
    public static int Main() => Execute<Build>(x => ((IShip)x).Ship);

    ServiceDefinition IHazDelivery.Service => Delivery.UserService;

    ImmutableArray<WorkflowDefinition> IGenerateWorkflows.Workflows => Workflows.All;

    Percent ICoverageGate.CoverageLimit => Percent.Of(80);

    DependencyPolicy IDependencyGate.DependencyPolicy =>
        new()
        {
            AllowedLicenses = ["MIT", "Apache-2.0", "BSD-3-Clause", "MS-PL"],
            ReviewedPackages = ImmutableSortedDictionary.CreateRange(
                StringComparer.OrdinalIgnoreCase,
                [
                    KeyValuePair.Create("Validation", "MS-PL, by its licence URL; tests only"),
                    KeyValuePair.Create("xunit.abstractions", "Apache-2.0, by its licence URL; tests only"),
                ]
            ),
            RequiresAudit = ((IDependencyGate)this).RequireAudit,
        };
}
