using System.Collections.Immutable;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>Everything that a stage has seen so far: the requests that the pods counted, the pods themselves, and other sources.</summary>
public sealed record StageEvidence : CountedEvidence
{
    /// <summary>A stage that has seen nothing yet.</summary>
    public static StageEvidence None { get; } = new();

    public TrackHealth Health { get; init; } = TrackHealth.Good;

    /// <summary>What was seen of the metrics that have a source of their own; those never asked are missing.</summary>
    public ImmutableArray<MetricEvidence> Metrics { get; init; } = [];

    /// <summary>The evidence after one more look at the pods.</summary>
    /// <param name="canary">What the look at the new track gave.</param>
    /// <param name="stable">What the look at the stable track gave; null when it has no traffic.</param>
    /// <param name="health">The new track's pods.</param>
    public StageEvidence With(TrackReading canary, TrackReading? stable, TrackHealth health) =>
        (StageEvidence)With(canary, stable) with
        {
            Health = health,
        };

    /// <summary>What was seen of a metric.</summary>
    public CountedEvidence Of(MetricDefinition metric) => metric.Source is MetricSource.Pods ? this : Own(metric.Name);

    /// <summary>The evidence after one more look at the own source of a metric.</summary>
    public StageEvidence With(string metric, MetricLook look)
    {
        var all = Metrics.Where(seen => seen.Metric != metric).Append(Own(metric).With(look));
        return this with { Metrics = [.. all.OrderBy(seen => seen.Metric, StringComparer.Ordinal)] };
    }

    /// <summary>Where the next stage of the same rollout begins.</summary>
    public StageEvidence ForNextStage() =>
        new() { Earlier = Earlier.AddRange(Ticks), Metrics = [.. Metrics.Select(metric => metric.ForNextStage())] };

    private MetricEvidence Own(string metric) =>
        Metrics.FirstOrDefault(seen => seen.Metric == metric) ?? new MetricEvidence { Metric = metric };
}
