namespace Pipeline.Components.Cluster;

/// <summary>The embedded cluster did not start or did not stop.</summary>
public sealed class EmbeddedClusterException(string message) : Exception(message);
