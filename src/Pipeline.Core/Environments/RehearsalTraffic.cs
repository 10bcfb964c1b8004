namespace Pipeline.Core.Environments;

/// <summary>Traffic that the pipeline itself sends while a version is judged: open loop, routes drawn at random.</summary>
/// <param name="RequestsPerSecond">Rate, whatever the service's answers take.</param>
/// <param name="OnRealClusters">Address of the gateway to send it to outside the embedded cluster, where it only reads; null for not at all.</param>
public sealed record RehearsalTraffic(int RequestsPerSecond, Uri? OnRealClusters = null);
