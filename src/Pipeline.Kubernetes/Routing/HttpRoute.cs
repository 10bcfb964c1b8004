using k8s.Models;

namespace Pipeline.Kubernetes.Routing;

/// <summary>A route of the Gateway API (https://gateway-api.sigs.k8s.io/reference/spec/), as far as it concerns weights.</summary>
public sealed record HttpRoute
{
    public const string Group = "gateway.networking.k8s.io";
    public const string Version = "v1";
    public const string Plural = "httproutes";

    public string ApiVersion { get; init; } = $"{Group}/{Version}";

    public string Kind { get; init; } = "HTTPRoute";

    public required V1ObjectMeta Metadata { get; init; }

    public required HttpRouteSpec Spec { get; init; }
}
