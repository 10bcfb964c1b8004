using k8s.Models;

namespace Pipeline.Kubernetes.Routing;

/// <summary>A route of Istio (https://istio.io/latest/docs/reference/config/networking/virtual-service/), as far as it concerns weights.</summary>
public sealed record VirtualService
{
    public const string Group = "networking.istio.io";
    public const string Version = "v1";
    public const string Plural = "virtualservices";

    public string ApiVersion { get; init; } = $"{Group}/{Version}";

    public string Kind { get; init; } = "VirtualService";

    public required V1ObjectMeta Metadata { get; init; }

    public required VirtualServiceSpec Spec { get; init; }
}
