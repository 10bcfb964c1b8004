namespace Pipeline.Components.Explain;

/// <summary>Nothing is recorded of the rollout that was asked for.</summary>
/// <param name="message">What was asked for, and which rollouts there are.</param>
public sealed class UnknownRolloutException(string message) : Exception(message);
