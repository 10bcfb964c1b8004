using System.Text.Json.Serialization;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Sequential;

namespace Pipeline.Core.Analysis.Metrics;

/// <summary>What a metric measures, when it is good enough and when it is bad enough to roll back.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ErrorRate), "errorRate")]
[JsonDerivedType(typeof(SuccessRate), "successRate")]
[JsonDerivedType(typeof(Latency), "latency")]
[JsonDerivedType(typeof(Gauge), "gauge")]
public abstract partial record MetricKind
{
    private MetricKind() { }

    /// <summary>Which way it gets worse.</summary>
    public abstract Direction Direction { get; }

    /// <summary>Share of bad requests that the success criterion allows, between 0 and 1.</summary>
    public abstract double CriterionLimit { get; }

    /// <summary>Share of requests over which the metric is bad enough to roll back, between 0 and 1.</summary>
    public abstract double TriggerLimit { get; }

    /// <summary>The success criterion, for example <c>below 0.1 %</c>.</summary>
    public abstract string Criterion { get; }

    /// <summary>The rollback trigger, for example <c>above 1 %</c>.</summary>
    public abstract string Trigger { get; }

    /// <summary>What its shares are shares of.</summary>
    public virtual string Unit => "requests";

    /// <summary>The shares of a track's requests that this metric limits.</summary>
    public abstract MetricReading Read(RequestCounts counts);

    /// <summary>Whether the observed share meets the success criterion.</summary>
    public abstract bool MeetsCriterion(Proportion observed);

    /// <summary>The fewest requests that meet the success criterion with the given number of bad ones.</summary>
    public abstract long RequestsToMeetCriterion(long bad);

    /// <summary>Logarithm of the evidence that the new version is worse than the stable one; null when there was nothing to compare.</summary>
    public abstract double? LogWorse(TrackComparison comparison);

    /// <summary>The share that the success criterion limits, as the beginning of a sentence.</summary>
    public abstract string DescribeCriterion(string metric, Proportion observed);

    /// <summary>The share that the rollback trigger limits, as the beginning of a sentence.</summary>
    public abstract string DescribeTrigger(string metric, Proportion observed);

    /// <summary>What an upper bound of that share means, as the end of a sentence.</summary>
    public abstract string DescribeBound(double upperBound);

    /// <summary>Everything that keeps this from being judged; empty for a good one.</summary>
    public abstract IEnumerable<string> Problems();

    private static MetricReading ReadErrors(RequestCounts counts)
    {
        var errors = new Proportion(counts.Errors, counts.Requests);
        return counts.Requests == 0
            ? new MetricReading.NoData(NoDataCause.Empty, "no request yet")
            : new MetricReading.Counted(errors, errors);
    }
}
