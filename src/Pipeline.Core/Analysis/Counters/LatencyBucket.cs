namespace Pipeline.Core.Analysis.Counters;

/// <summary>How many requests took at most a given time.</summary>
/// <param name="EdgeSeconds">Upper edge of the bucket; finite.</param>
/// <param name="Count">Requests at or under the edge, those of the buckets below included.</param>
public sealed record LatencyBucket(double EdgeSeconds, long Count)
{
    /// <summary>Upper edge of the bucket.</summary>
    public TimeSpan Edge => TimeSpan.FromSeconds(EdgeSeconds);
}
