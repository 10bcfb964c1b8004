using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Core.Analysis.Backtesting;

/// <summary>A moment of a metric's history.</summary>
/// <param name="At">The moment; of counts the end of the time that they were counted in.</param>
public sealed record HistoryRow(DateTimeOffset At)
{
    /// <summary>Errors among the new version's requests since the row before; null where there is no data, and for gauges.</summary>
    public Proportion? CanaryCounts { get; init; }

    /// <summary>Errors among the stable version's requests.</summary>
    public Proportion? StableCounts { get; init; }

    /// <summary>The new version's gauge; null where there is no data, and for counts.</summary>
    public double? CanaryGauge { get; init; }

    /// <summary>The stable version's gauge.</summary>
    public double? StableGauge { get; init; }

    /// <summary>The new version's point: its error rate from 0 to 1, or its gauge; null without data.</summary>
    public double? Canary => CanaryGauge ?? RateOf(CanaryCounts);

    /// <summary>The stable version's point.</summary>
    public double? Stable => StableGauge ?? RateOf(StableCounts);

    private static double? RateOf(Proportion? counts) => counts is { Total: > 0 } ? counts.Rate : null;
}
