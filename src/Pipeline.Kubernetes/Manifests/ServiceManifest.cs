using System.Globalization;
using k8s.Models;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Routing;

namespace Pipeline.Kubernetes.Manifests;

/// <summary>The Services in front of the pods.</summary>
public static class ServiceManifest
{
    /// <summary>The Service of one track, which the route sends traffic to.</summary>
    public static V1Service ForTrack(ServiceDefinition service, DeliveryEnvironment environment, Track track) =>
        Selecting(service, ManifestMetadata.Of(service, environment, service.Names.ForTrack(track), track), track);

    /// <summary>The Service that clients inside the cluster use; it stands before the active track.</summary>
    public static V1Service Front(ServiceDefinition service, DeliveryEnvironment environment, Track active) =>
        Selecting(service, ManifestMetadata.Of(service, environment, service.Names.Front), active);

    /// <summary>The Service before the pods of both tracks.</summary>
    /// <param name="service">The service.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="split">The split that the number of pods makes; null where a route makes it.</param>
    public static V1Service ForBothTracks(
        ServiceDefinition service,
        DeliveryEnvironment environment,
        TrafficSplit? split
    )
    {
        var metadata = ManifestMetadata.Of(service, environment, service.Names.BothTracks);
        if (split is not null)
            metadata.Annotations = new Dictionary<string, string>
            {
                [ObjectMarks.EpochAnnotation] = split.Epoch.ToString(CultureInfo.InvariantCulture),
                [ObjectMarks.WeightAnnotation] = split.WeightOfA.Value.ToString("0", CultureInfo.InvariantCulture),
            };
        return Selecting(service, metadata, new Dictionary<string, string> { [ObjectMarks.NameLabel] = service.Name });
    }

    private static V1Service Selecting(ServiceDefinition service, V1ObjectMeta metadata, Track track) =>
        Selecting(service, metadata, ManifestMetadata.Selector(service, track));

    private static V1Service Selecting(
        ServiceDefinition service,
        V1ObjectMeta metadata,
        Dictionary<string, string> selector
    ) =>
        new()
        {
            ApiVersion = "v1",
            Kind = "Service",
            Metadata = metadata,
            Spec = new V1ServiceSpec
            {
                Selector = selector,
                Ports =
                [
                    new V1ServicePort
                    {
                        Name = "http",
                        Port = service.Port,
                        TargetPort = service.Port,
                        Protocol = "TCP",
                    },
                ],
            },
        };
}
