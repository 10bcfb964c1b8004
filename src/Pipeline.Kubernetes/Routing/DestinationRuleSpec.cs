namespace Pipeline.Kubernetes.Routing;

/// <summary>The subsets of a host.</summary>
/// <param name="Host">Name of the Service.</param>
/// <param name="Subsets">The subsets, here one per track.</param>
public sealed record DestinationRuleSpec(string Host, IReadOnlyList<DestinationSubset> Subsets);
