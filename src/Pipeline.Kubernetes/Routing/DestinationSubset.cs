namespace Pipeline.Kubernetes.Routing;

/// <summary>The pods of a host that bear certain labels.</summary>
/// <param name="Name">Name of the subset.</param>
/// <param name="Labels">The labels.</param>
public sealed record DestinationSubset(string Name, IReadOnlyDictionary<string, string> Labels);
