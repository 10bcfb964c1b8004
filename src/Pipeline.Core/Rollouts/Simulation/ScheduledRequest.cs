namespace Pipeline.Core.Rollouts.Simulation;

/// <summary>Something that a person asks at some time.</summary>
/// <param name="AtSeconds">Time since the start, in seconds.</param>
/// <param name="Ask">What is asked.</param>
public sealed record ScheduledRequest(double AtSeconds, RequestKind Ask);
