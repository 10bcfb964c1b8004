namespace Pipeline.Kubernetes.Simulation;

/// <summary>Something that happened in a rollout.</summary>
/// <param name="At">Time since its start.</param>
/// <param name="Text">What it was, for people.</param>
public sealed record TraceEvent(TimeSpan At, string Text);
