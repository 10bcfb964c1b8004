namespace Pipeline.Core.Environments;

/// <summary>Traffic that the pipeline itself sends while a version is judged: open loop, routes drawn at random.</summary>
/// <param name="RequestsPerSecond">Rate, whatever the service's answers take.</param>
/// <param name="OnRealClusters">Whether it may also run outside the embedded cluster; there it only sends GET requests.</param>
public sealed record RehearsalTraffic(int RequestsPerSecond, bool OnRealClusters = false);
