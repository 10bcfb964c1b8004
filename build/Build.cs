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
using Pipeline.Core;
using Pipeline.Core.Environments;

[HandleSignals]
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
        IGenerateManifests
{
    public static int Main() => Execute<Build>(x => ((IShip)x).Ship);

    ServiceDefinition IHazDelivery.Service => Delivery.UserService;

    Percent ICoverageGate.CoverageLimit => Percent.Of(80);
}
