namespace Pipeline.Kubernetes.Rollouts;

/// <summary>An object that the pipeline needs is there, but somebody else made it for something else.</summary>
public sealed class ForeignObjectException(string message) : Exception(message);
