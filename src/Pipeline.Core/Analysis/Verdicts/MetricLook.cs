using System.Collections.Immutable;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>What one look at a metric's own source gave.</summary>
/// <param name="Canary">Of the new track; of a gauge the points that can be judged and how many of them are bad.</param>
/// <param name="Stable">Of the stable track; null when it has no traffic, and for gauges.</param>
public sealed record MetricLook(TrackReading Canary, TrackReading? Stable)
{
    /// <summary>The points of a gauge, by rising time; empty for other kinds.</summary>
    public ImmutableArray<GaugePoint> Points { get; init; } = [];

    /// <summary>What was asked and answered.</summary>
    public ImmutableArray<SourceAnswer> Answers { get; init; } = [];
}
