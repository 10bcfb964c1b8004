namespace Pipeline.Kubernetes.Routing;

/// <summary>Some of the pods behind a Service.</summary>
/// <param name="Host">Name of the Service.</param>
/// <param name="Subset">Name of the subset in the host's DestinationRule; null for all pods.</param>
public sealed record SubsetReference(string Host, string? Subset);
