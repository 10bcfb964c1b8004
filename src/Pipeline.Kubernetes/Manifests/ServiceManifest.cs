using k8s.Models;
using Pipeline.Core.Environments;

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

    private static V1Service Selecting(ServiceDefinition service, V1ObjectMeta metadata, Track track) =>
        new()
        {
            ApiVersion = "v1",
            Kind = "Service",
            Metadata = metadata,
            Spec = new V1ServiceSpec
            {
                Selector = ManifestMetadata.Selector(service, track),
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
