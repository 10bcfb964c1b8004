namespace Pipeline.Core.Rollouts.Status;

/// <summary>A pod of a track.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsReady">Whether it gets traffic.</param>
/// <param name="Restarts">How often its container was restarted.</param>
/// <param name="Trouble">What keeps it from being ready, in the cluster's words; null when nothing is known.</param>
public sealed record PodStatus(string Name, bool IsReady, int Restarts, string? Trouble);
