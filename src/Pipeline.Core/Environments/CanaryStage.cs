using System.Collections.Immutable;
using Pipeline.Core.Analysis.Metrics;

namespace Pipeline.Core.Environments;

/// <summary>One step of a canary: a share of the traffic, judged for a while.</summary>
/// <param name="Weight">Share of the traffic that goes to the new version.</param>
/// <param name="MaximumDuration">How long evidence is collected before the outcome is "not proved".</param>
public sealed record CanaryStage(Percent Weight, TimeSpan MaximumDuration)
{
    /// <summary>Requests of the new version without which a good verdict does not count; 0 leaves it to the evidence.</summary>
    public int MinimumSamples { get; init; }

    /// <summary>Whether the stage ends as soon as the evidence suffices, or lasts its full duration.</summary>
    public StageAdvance Advance { get; init; }

    /// <summary>By what this stage is judged; empty for the metrics of the environment.</summary>
    public ImmutableArray<MetricDefinition> Criteria { get; init; } = [];
}
