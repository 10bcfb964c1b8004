using Pipeline.LocalCluster.Controllers.Cleanup;
using Pipeline.LocalCluster.Controllers.Deployments;
using Pipeline.LocalCluster.Controllers.ReplicaSets;
using Pipeline.LocalCluster.Controllers.Routes;
using Pipeline.LocalCluster.Controllers.Services;

namespace Pipeline.LocalCluster.Controllers;

/// <summary>Registers the controllers.</summary>
internal static class ControllerServices
{
    public static IServiceCollection AddClusterControllers(this IServiceCollection services) =>
        services
            .AddHostedService<DeploymentController>()
            .AddHostedService<ReplicaSetController>()
            .AddHostedService<EndpointSliceController>()
            .AddHostedService<RouteStatusController>()
            .AddHostedService<GarbageCollector>()
            .AddHostedService<NamespaceController>()
            .AddHostedService<EventExpiry>();
}
