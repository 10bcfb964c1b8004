using System.Numerics;

namespace Pipeline.Core.Analysis.Load;

/// <summary>
/// Durations in microseconds with a relative error under 0.8 % up to <see cref="Longest"/>, in constant memory; many threads may
/// record at once. The bucket layout is that of HdrHistogram (http://hdrhistogram.org).
/// </summary>
public sealed class LatencyHistogram
{
    /// <summary>Longer durations count as this one.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // Values of one power of two share 128 buckets, hence the relative error of 1/128.
    private const int SubBuckets = 128;

    private readonly long[] counts = new long[IndexOf(Microseconds(Longest)) + 1];

    /// <summary>How many durations were recorded.</summary>
    public long Count => counts.Sum();

    /// <summary>Records one duration.</summary>
    /// <param name="duration">A negative one counts as zero.</param>
    public void Record(TimeSpan duration) => Interlocked.Increment(ref counts[IndexOf(Microseconds(duration))]);

    /// <summary>Records everything that <paramref name="other"/> has recorded.</summary>
    public void Add(LatencyHistogram other)
    {
        for (var i = 0; i < counts.Length; i++)
            Interlocked.Add(ref counts[i], Interlocked.Read(ref other.counts[i]));
    }

    /// <summary>The duration that the given share of the recorded ones did not exceed; zero when there are none.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public TimeSpan Quantile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        var seen = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            seen += Interlocked.Read(ref counts[i]);
            if (seen >= rank)
                return TimeSpan.FromMicroseconds(GreatestAt(i));
        }

        return TimeSpan.Zero;
    }

    private static long Microseconds(TimeSpan duration) =>
        Math.Clamp(duration.Ticks, 0, Longest.Ticks) / TimeSpan.TicksPerMicrosecond;

    private static int IndexOf(long value)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)value) - BitOperations.Log2(SubBuckets));
        return shift * SubBuckets + (int)(value >> shift);
    }

    private static long GreatestAt(int index)
    {
        var shift = Math.Max(0, index / SubBuckets - 1);
        return ((index - (long)shift * SubBuckets + 1) << shift) - 1;
    }
}
