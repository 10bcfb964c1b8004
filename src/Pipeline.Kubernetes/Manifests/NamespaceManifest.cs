using k8s.Models;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Manifests;

/// <summary>The namespace of an environment.</summary>
public static class NamespaceManifest
{
    /// <summary>A namespace that is called as the environment.</summary>
    public static V1Namespace For(DeliveryEnvironment environment) =>
        new()
        {
            ApiVersion = "v1",
            Kind = "Namespace",
            Metadata = new V1ObjectMeta
            {
                Name = environment.Name,
                Labels = new Dictionary<string, string> { [ObjectMarks.ManagedByLabel] = ObjectMarks.Manager },
            },
        };
}
