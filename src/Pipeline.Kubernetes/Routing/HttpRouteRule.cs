namespace Pipeline.Kubernetes.Routing;

/// <summary>Where the requests that match a rule go.</summary>
/// <param name="BackendRefs">The Services among which they are divided by weight; null when a filter answers them.</param>
public sealed record HttpRouteRule(IReadOnlyList<HttpRouteBackend>? BackendRefs);
