using k8s.Models;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Manifests;

/// <summary>The ConfigMap of one configuration revision.</summary>
public static class ConfigurationManifest
{
    /// <summary>The environment's configuration under a name that contains its hash; it can be replaced but never edited.</summary>
    public static V1ConfigMap For(ServiceDefinition service, DeliveryEnvironment environment)
    {
        var name = service.Names.Configuration(ConfigurationHash.Of(environment.Configuration));
        return new V1ConfigMap
        {
            ApiVersion = "v1",
            Kind = "ConfigMap",
            Metadata = ManifestMetadata.Of(service, environment, name),
            Immutable = true,
            Data = new Dictionary<string, string>(environment.Configuration),
        };
    }
}
