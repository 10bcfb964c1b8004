namespace Pipeline.Kubernetes.Routing;

/// <summary>Where the requests that match a rule go.</summary>
/// <param name="Route">The destinations among which they are divided by weight; null for a redirect or a fixed answer.</param>
public sealed record VirtualServiceRule(IReadOnlyList<WeightedDestination>? Route);
