using System.Collections.Immutable;
using Pipeline.Core.Analysis.Exposition;

namespace Pipeline.Core.Analysis.Counters;

/// <summary>By how much the counters of a track grew between two looks, summed over its pods.</summary>
/// <param name="Values">Growth per series; NaN or infinite where a pod reported such a value.</param>
/// <param name="Restarted">Pods whose counters began anew.</param>
/// <param name="Unanswered">Pods that did not answer; what they counted is seen when they do.</param>
public sealed record CounterDelta(
    ImmutableDictionary<SeriesId, double> Values,
    ImmutableArray<string> Restarted,
    ImmutableArray<PodScrape> Unanswered
);
