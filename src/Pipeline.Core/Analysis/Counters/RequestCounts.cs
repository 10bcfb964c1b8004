using System.Collections.Immutable;

namespace Pipeline.Core.Analysis.Counters;

/// <summary>Requests of one track over some time: how many, how many failed, how long they took.</summary>
public sealed record RequestCounts
{
    /// <summary>No request at all.</summary>
    public static RequestCounts Zero { get; } = new();

    public long Requests { get; init; }

    /// <summary>Requests answered with a status of 500 or above.</summary>
    public long Errors { get; init; }

    /// <summary>Requests whose duration is in <see cref="Buckets"/>.</summary>
    public long Timed { get; init; }

    /// <summary>Durations, by rising edges.</summary>
    public ImmutableArray<LatencyBucket> Buckets { get; init; } = [];

    /// <summary>Requests that took longer than a bucket's edge; null when no bucket has that edge.</summary>
    public long? Above(TimeSpan edge) =>
        Buckets.FirstOrDefault(bucket => IsEdge(bucket, edge)) is { } bucket
            ? Math.Clamp(Timed - bucket.Count, 0, Timed)
            : null;

    /// <summary>The duration that the given share of the requests did not exceed, interpolated within its bucket; null without data.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public TimeSpan? Quantile(double share)
    {
        if (Timed == 0 || Buckets.IsEmpty)
            return null;

        var rank = share * Timed;
        var (lowerEdge, lowerCount) = (0.0, 0L);
        foreach (var (edge, count) in Buckets)
        {
            if (count >= rank)
                return TimeSpan.FromSeconds(
                    lowerEdge + (edge - lowerEdge) * (rank - lowerCount) / (count - lowerCount)
                );
            (lowerEdge, lowerCount) = (edge, count);
        }

        return TimeSpan.FromSeconds(lowerEdge);
    }

    /// <summary>Both together; of the buckets those whose edges both have.</summary>
    public static RequestCounts operator +(RequestCounts left, RequestCounts right) =>
        new()
        {
            Requests = left.Requests + right.Requests,
            Errors = left.Errors + right.Errors,
            Timed = left.Timed + right.Timed,
            Buckets = Merge(left, right),
        };

    private static ImmutableArray<LatencyBucket> Merge(RequestCounts left, RequestCounts right)
    {
        if (left is { Timed: 0, Buckets.IsEmpty: true })
            return right.Buckets;
        if (right is { Timed: 0, Buckets.IsEmpty: true })
            return left.Buckets;

        return
        [
            .. left.Buckets.Join(
                right.Buckets,
                bucket => bucket.EdgeSeconds,
                bucket => bucket.EdgeSeconds,
                (a, b) => a with { Count = a.Count + b.Count }
            ),
        ];
    }

    // Edges are written as decimals of seconds; a tenth of a microsecond is finer than any of them.
    private static bool IsEdge(LatencyBucket bucket, TimeSpan edge) =>
        Math.Abs(bucket.EdgeSeconds - edge.TotalSeconds) < 1e-7;
}
