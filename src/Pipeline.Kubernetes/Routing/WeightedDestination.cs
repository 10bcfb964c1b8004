namespace Pipeline.Kubernetes.Routing;

/// <summary>A destination and its share of the requests of a rule.</summary>
/// <param name="Destination">The destination.</param>
/// <param name="Weight">Its share; null means all, which only a rule with one destination has.</param>
public sealed record WeightedDestination(SubsetReference Destination, int? Weight);
