using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Core.Analysis.Metrics;

/// <summary>What a metric sees in the requests of a track.</summary>
public abstract record MetricReading
{
    private MetricReading() { }

    /// <summary>The two shares that the metric limits.</summary>
    /// <param name="Criterion">The share that the success criterion limits.</param>
    /// <param name="Trigger">The share that the rollback trigger limits.</param>
    public sealed record Counted(Proportion Criterion, Proportion Trigger) : MetricReading;

    /// <summary>Nothing usable.</summary>
    public sealed record NoData(NoDataCause Cause, string Detail) : MetricReading;
}
