namespace Pipeline.LocalCluster.Hosting;

/// <summary>The cluster cannot start; the message is the one line that the user sees.</summary>
public sealed class ClusterStartException(string message) : Exception(message);
