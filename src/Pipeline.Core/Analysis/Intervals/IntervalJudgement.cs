using System.Collections.Immutable;

namespace Pipeline.Core.Analysis.Intervals;

/// <summary>What the comparison of two series says about one metric, with the numbers that say it.</summary>
public sealed record IntervalJudgement
{
    public required string Metric { get; init; }

    /// <summary>The groups that the label counts in.</summary>
    public required ImmutableArray<string> Groups { get; init; }

    /// <summary>Whether the label is reported only.</summary>
    public required bool IsMuted { get; init; }

    public required IntervalLabel Label { get; init; }

    /// <summary>Whether the label, unless it is a pass, fails everything.</summary>
    public required bool IsCritical { get; init; }

    /// <summary>The reason in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The new version's points.</summary>
    public required SeriesSummary Canary { get; init; }

    /// <summary>The stable version's points.</summary>
    public required SeriesSummary Stable { get; init; }

    /// <summary>The Mann-Whitney statistic: pairs in which the new version is higher, ties counted half; null when no test was made.</summary>
    public double? Statistic { get; init; }

    /// <summary>Probability of a difference like this between equal versions; two-sided for a shift, one-sided for sparse points; null when no test was made.</summary>
    public double? PValue { get; init; }

    /// <summary>The shift with its confidence interval; null when it was not estimated.</summary>
    public ShiftInterval? Interval { get; init; }

    /// <summary>The size of the change in the measure of the metric; null when it is undefined.</summary>
    public double? Effect { get; init; }

    /// <summary>Mean of the new version over mean of the stable one; 1 when nothing was compared, null when it is undefined.</summary>
    public double? MeanRatio { get; init; } = 1;

    /// <summary>Another scatter than before; null when there is no sign of it.</summary>
    public SpreadChange? Spread { get; init; }
}
