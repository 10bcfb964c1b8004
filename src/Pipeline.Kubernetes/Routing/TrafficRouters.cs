using k8s;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Routing;

/// <summary>Chooses the router that an environment's definition asks for.</summary>
public static class TrafficRouters
{
    /// <summary>The router of an environment.</summary>
    public static ITrafficRouter Of(
        IKubernetes client,
        ObjectNames names,
        DeliveryEnvironment environment,
        TrackOperations tracks
    ) =>
        environment.Routing switch
        {
            TrafficRouting.IstioRoute => new IstioRouter(client, names, environment.Name),
            TrafficRouting.ServiceSelector => new ServiceSelectorRouter(client, names, environment.Name),
            TrafficRouting.ReplicaRatio ratio => new ReplicaRatioRouter(client, names, environment, ratio)
            {
                Scale = tracks.ScaleAsync,
                Observe = tracks.ObserveAsync,
            },
            _ => new HttpRouteRouter(client, names, environment.Name),
        };
}
