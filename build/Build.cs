using System.Collections.Immutable;
using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Components;
using Pipeline.Components;
using Pipeline.Components.Cluster;
using Pipeline.Components.Deliver;
using Pipeline.Components.Generate;
using Pipeline.Components.Package;
using Pipeline.Components.Signals;
using Pipeline.Components.Verify;
using Pipeline.Components.Workflows;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Workflows.Definitions;

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
        IBuildImage,
        IScanImage,
        IPushImage,
        IDeployDevelopment,
        IDeployStaging,
        IDeployProduction,
        IShip,
        IRunCluster,
        IGenerateManifests,
        IGenerateWorkflows
{
    public static int Main() => Execute<Build>(x => ((IShip)x).Ship);

    ServiceDefinition IHazDelivery.Service => Delivery.UserService;

    ImmutableArray<WorkflowDefinition> IGenerateWorkflows.Workflows => Workflows.All;

    Percent ICoverageGate.CoverageLimit => Percent.Of(80);
}
