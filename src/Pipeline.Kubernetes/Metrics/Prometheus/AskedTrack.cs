using System.Collections.Immutable;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Sources;

namespace Pipeline.Kubernetes.Metrics.Prometheus;

/// <summary>What Prometheus said about one track at one moment.</summary>
/// <param name="Reading">The counts; of a gauge only whether there are points.</param>
/// <param name="Answers">What was asked and answered.</param>
internal sealed record AskedTrack(TrackReading Reading, ImmutableArray<SourceAnswer> Answers)
{
    /// <summary>The points of a gauge; empty for other kinds.</summary>
    public ImmutableSortedDictionary<DateTimeOffset, double> Points { get; init; } =
        ImmutableSortedDictionary<DateTimeOffset, double>.Empty;
}
