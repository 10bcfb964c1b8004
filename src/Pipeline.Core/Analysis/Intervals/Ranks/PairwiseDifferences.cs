namespace Pipeline.Core.Analysis.Intervals.Ranks;

/// <summary>The differences of all pairs of two series' points, in rising order, without ever writing them down.</summary>
/// <param name="canary">Points in rising order.</param>
/// <param name="stable">Points in rising order.</param>
internal sealed class PairwiseDifferences(double[] canary, double[] stable)
{
    private const int FewEnough = 32;
    private const int MostSteps = 24;

    /// <summary>Number of pairs.</summary>
    public long Count { get; } = (long)canary.Length * stable.Length;

    /// <summary>The median: the shift estimate of J. L. Hodges, E. L. Lehmann, Ann. Math. Statist. 34 (1963) 598-611.</summary>
    public double Median
    {
        get
        {
            var upper = Select(Count / 2);
            if (Count % 2 == 1)
                return upper;
            // The one before: the same again, or the greatest that is smaller.
            var (smaller, below, _) = Around(double.BitDecrement(upper));
            return (smaller == Count / 2 ? below : upper) / 2 + upper / 2;
        }
    }

    /// <summary>The difference that <paramref name="rank"/> others come before.</summary>
    public double Select(long rank)
    {
        var (least, most) = Narrow(rank);
        while (least < most)
        {
            var middle = Math.Clamp(least / 2 + most / 2, least, double.BitDecrement(most));
            var (count, below, above) = Around(middle);
            if (count > rank)
                most = below;
            else
                least = above;
        }

        return least;
    }

    // Two differences with the one sought between them, and few others: counting alone is the fastest way to get near.
    private (double Least, double Most) Narrow(long rank)
    {
        var (low, high) = (canary[0] - stable[^1], canary[^1] - stable[0]);
        var (atLow, atHigh) = (0L, Count);
        for (var step = 0; step < MostSteps && atHigh - atLow > FewEnough; step++)
        {
            // By proportion, which is fast, and by halves now and then, which is safe.
            var share = step % 4 == 3 ? 0.5 : Math.Clamp((rank - atLow + 0.5) / (atHigh - atLow), 0.02, 0.98);
            var middle = low + share * (high - low);
            var count = CountUpTo(middle);
            if (count > rank)
                (high, atHigh) = (middle, count);
            else
                (low, atLow) = (middle, count);
        }

        return (atLow == 0 ? canary[0] - stable[^1] : Around(low).Above, Around(high).Below);
    }

    private long CountUpTo(double value)
    {
        ReadOnlySpan<double> a = canary;
        ReadOnlySpan<double> b = stable;
        var (count, first) = (0L, 0);
        foreach (var point in a)
        {
            while (first < b.Length && point - b[first] > value)
                first++;
            count += b.Length - first;
        }

        return count;
    }

    // How many differences do not exceed the value, the greatest of them, and the smallest of the others. From one point of
    // the canary to the next, the stable points that are near enough only get greater.
    private (long Count, double Below, double Above) Around(double value)
    {
        ReadOnlySpan<double> a = canary;
        ReadOnlySpan<double> b = stable;
        var (count, below, above) = (0L, double.NegativeInfinity, double.PositiveInfinity);
        var first = 0;
        foreach (var point in a)
        {
            while (first < b.Length && point - b[first] > value)
                first++;
            if (first > 0 && point - b[first - 1] < above)
                above = point - b[first - 1];
            if (first < b.Length && point - b[first] > below)
                below = point - b[first];
            count += b.Length - first;
        }

        return (count, below, above);
    }
}
