using System.Collections.Immutable;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Metrics;

/// <summary>Compares latency limits with the histogram that the serving pods really have, before a rollout depends on it.</summary>
public static class BucketEdges
{
    /// <summary>The limits that are no bucket edge, each with the edges there are; empty also while no pod has timed a request.</summary>
    /// <param name="pods">The pods.</param>
    /// <param name="serving">The track that serves.</param>
    /// <param name="series">Which counters tell the requests.</param>
    /// <param name="metrics">The metrics to check.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public static async Task<ImmutableArray<string>> ProblemsAsync(
        ITrackMetrics pods,
        Track serving,
        RequestSeries series,
        IEnumerable<MetricDefinition> metrics,
        CancellationToken cancellationToken
    )
    {
        var limits = metrics
            .Where(metric => metric is { Source: MetricSource.Pods, Kind: MetricKind.Latency })
            .Select(metric => (metric.Name, Latency: (MetricKind.Latency)metric.Kind))
            .ToList();
        if (limits.Count == 0)
            return [];

        var (_, all) = CounterLedger.Begin([]).Add(await pods.ScrapeAsync(serving, cancellationToken));
        return series.Read(all) is TrackReading.Counted { Counts: { Buckets.IsEmpty: false } counts }
            ?
            [
                .. limits.SelectMany(limit =>
                    limit.Latency.ProblemsWith(counts).Select(text => $"{limit.Name}: {text}")
                ),
            ]
            : [];
    }
}
