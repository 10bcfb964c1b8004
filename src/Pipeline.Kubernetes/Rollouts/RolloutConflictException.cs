namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Another executor acts on the same rollout.</summary>
public sealed class RolloutConflictException(string message) : Exception(message);
