using System.Collections.Immutable;
using Pipeline.Core.Analysis.Metrics;

namespace Pipeline.Core.Analysis.Intervals;

/// <summary>A metric that is judged by comparing two series of points.</summary>
public sealed record IntervalMetric
{
    /// <summary>As sentences name it, for example <c>queue depth</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The groups that its label counts in.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Which way it gets worse.</summary>
    public Direction WorseWhen { get; init; } = Direction.EitherIsWorse;

    public MissingValues Missing { get; init; }

    /// <summary>Points further than this many interquartile ranges from the quartiles are left out; null keeps all. The usual factor is 3.</summary>
    public double? OutlierFactor { get; init; }

    /// <summary>How large a change must be to count.</summary>
    public EffectLimits Effect { get; init; } = EffectLimits.MeanRatio;

    /// <summary>Whether its failure fails everything.</summary>
    public bool IsCritical { get; init; }

    /// <summary>Whether having no data is a failure.</summary>
    public bool MustHaveData { get; init; }

    /// <summary>Whether it is judged and reported without being scored.</summary>
    public bool IsMuted { get; init; }
}
