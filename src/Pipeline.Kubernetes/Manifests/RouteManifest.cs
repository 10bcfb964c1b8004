using System.Globalization;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Routing;

namespace Pipeline.Kubernetes.Manifests;

/// <summary>The route that divides an environment's traffic between the tracks.</summary>
public static class RouteManifest
{
    /// <summary>A route with the given split; both tracks are always named, also with weight 0.</summary>
    public static HttpRoute For(ServiceDefinition service, DeliveryEnvironment environment, TrafficSplit split)
    {
        var metadata = ManifestMetadata.Of(service, environment, service.Names.Front);
        metadata.Annotations = new Dictionary<string, string>
        {
            [ObjectMarks.EpochAnnotation] = split.Epoch.ToString(CultureInfo.InvariantCulture),
        };
        return new HttpRoute
        {
            Metadata = metadata,
            Spec = new HttpRouteSpec(
                [new HttpRouteParent(environment.Gateway.Namespace, environment.Gateway.Name)],
                [service.Names.Host(environment.Name)],
                [new HttpRouteRule([Backend(service, split, Track.A), Backend(service, split, Track.B)])]
            ),
        };
    }

    private static HttpRouteBackend Backend(ServiceDefinition service, TrafficSplit split, Track track) =>
        new(service.Names.ForTrack(track), service.Port, (int)split.WeightOf(track).Value);
}
