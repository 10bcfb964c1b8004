using System.Collections.Immutable;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Metrics;

/// <summary>Reads the metrics of a track's pods.</summary>
public interface ITrackMetrics
{
    /// <summary>One scrape per pod of the track, also for those that did not answer.</summary>
    Task<ImmutableArray<PodScrape>> ScrapeAsync(Track track, CancellationToken cancellationToken);
}
