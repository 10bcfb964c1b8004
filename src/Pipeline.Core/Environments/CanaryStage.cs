namespace Pipeline.Core.Environments;

/// <summary>One step of a canary: a share of the traffic, judged for a while.</summary>
/// <param name="Weight">Share of the traffic that goes to the new version.</param>
/// <param name="MaximumDuration">How long evidence is collected before the outcome is "not proved".</param>
public sealed record CanaryStage(Percent Weight, TimeSpan MaximumDuration);
