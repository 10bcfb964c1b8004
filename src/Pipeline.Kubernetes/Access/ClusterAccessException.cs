namespace Pipeline.Kubernetes.Access;

/// <summary>A cluster was named that cannot be found, or that nothing says how to reach.</summary>
public sealed class ClusterAccessException(string message, Exception? inner = null) : Exception(message, inner);
