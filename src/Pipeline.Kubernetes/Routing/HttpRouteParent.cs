namespace Pipeline.Kubernetes.Routing;

/// <summary>A gateway that a route attaches to.</summary>
/// <param name="Namespace">Namespace of the gateway.</param>
/// <param name="Name">Name of the gateway.</param>
public sealed record HttpRouteParent(string? Namespace, string Name);
