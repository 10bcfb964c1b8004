using System.Collections.Immutable;
using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Core.Analysis.Sequential;

/// <summary>The comparison of both tracks, tick by tick: by their errors, and at each bucket edge by how many requests are slower.</summary>
public sealed record TrackComparison
{
    /// <summary>Nothing was compared yet.</summary>
    public static TrackComparison Begin { get; } = new();

    private ComparisonTest? Errors { get; init; }

    private ImmutableSortedDictionary<double, ComparisonTest> Slower { get; init; } =
        ImmutableSortedDictionary<double, ComparisonTest>.Empty;

    /// <summary>Logarithm of the evidence that the new version fails more often; null when there was nothing to compare.</summary>
    public double? LogFailsMore => Errors?.LogEvidence;

    /// <summary>Logarithm of the evidence that the new version is slower, averaged over the edges; null when there was nothing to compare.</summary>
    public double? LogIsSlower =>
        Slower.IsEmpty ? null : ComparisonTest.LogMean([.. Slower.Values.Select(test => test.LogEvidence)]);

    /// <summary>The comparison after one more tick.</summary>
    public TrackComparison With(RequestCounts canary, RequestCounts stable) =>
        new()
        {
            Errors = (Errors ?? ComparisonTest.Begin).With(
                new Stratum(
                    new Proportion(canary.Errors, canary.Requests),
                    new Proportion(stable.Errors, stable.Requests)
                )
            ),
            Slower = Slower.SetItems(canary.Buckets.SelectMany(bucket => Compare(bucket, canary, stable))),
        };

    private IEnumerable<KeyValuePair<double, ComparisonTest>> Compare(
        LatencyBucket bucket,
        RequestCounts canary,
        RequestCounts stable
    )
    {
        var edge = bucket.Edge;
        if (canary.Above(edge) is { } slow && stable.Above(edge) is { } slowStable)
            yield return KeyValuePair.Create(
                bucket.EdgeSeconds,
                Slower
                    .GetValueOrDefault(bucket.EdgeSeconds, ComparisonTest.Begin)
                    .With(new Stratum(new Proportion(slow, canary.Timed), new Proportion(slowStable, stable.Timed)))
            );
    }
}
