namespace Pipeline.LocalCluster.Tests.Cluster;

/// <summary>What is left of a cluster that was killed under load.</summary>
/// <param name="Acknowledged">How many writes the clients were told of.</param>
/// <param name="Lost">Names of objects whose write was acknowledged and that are not there.</param>
/// <param name="Torn">Names of objects that are there in part.</param>
/// <param name="Pods">How many pods there are.</param>
/// <param name="Processes">How many processes run for them.</param>
/// <param name="LeftBehind">How many of these were still there when the cluster had been told to stop.</param>
public sealed record KillOutcome(
    int Acknowledged,
    IReadOnlyList<string> Lost,
    IReadOnlyList<string> Torn,
    int Pods,
    int Processes,
    int LeftBehind
);
