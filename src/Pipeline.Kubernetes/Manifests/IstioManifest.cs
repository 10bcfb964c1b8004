using System.Globalization;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Routing;

namespace Pipeline.Kubernetes.Manifests;

/// <summary>The objects by which Istio divides an environment's traffic.</summary>
public static class IstioManifest
{
    /// <summary>A route with the given split; both tracks are always named, also with weight 0.</summary>
    public static VirtualService Route(
        ServiceDefinition service,
        DeliveryEnvironment environment,
        TrafficRouting.IstioRoute routing,
        TrafficSplit split
    )
    {
        var metadata = ManifestMetadata.Of(service, environment, service.Names.Front);
        metadata.Annotations = new Dictionary<string, string>
        {
            [ObjectMarks.EpochAnnotation] = split.Epoch.ToString(CultureInfo.InvariantCulture),
        };
        return new VirtualService
        {
            Metadata = metadata,
            Spec = new VirtualServiceSpec(
                [service.Names.Host(environment.Name), service.Names.Front],
                routing.Gateways,
                [new VirtualServiceRule([To(service, split, Track.A), To(service, split, Track.B)])]
            ),
        };
    }

    /// <summary>The subsets that the route names: one per track.</summary>
    public static DestinationRule Subsets(ServiceDefinition service, DeliveryEnvironment environment) =>
        new()
        {
            Metadata = ManifestMetadata.Of(service, environment, service.Names.Front),
            Spec = new DestinationRuleSpec(service.Names.BothTracks, [Subset(Track.A), Subset(Track.B)]),
        };

    private static WeightedDestination To(ServiceDefinition service, TrafficSplit split, Track track) =>
        new(new SubsetReference(service.Names.BothTracks, track.Label()), (int)split.WeightOf(track).Value);

    private static DestinationSubset Subset(Track track) =>
        new(track.Label(), new Dictionary<string, string> { [ObjectMarks.TrackLabel] = track.Label() });
}
