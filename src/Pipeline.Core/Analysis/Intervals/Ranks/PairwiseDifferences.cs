namespace Pipeline.Core.Analysis.Intervals.Ranks;

/// <summary>The differences of all pairs of two series' points, in rising order, without ever writing them down.</summary>
/// <param name="canary">Points in rising order.</param>
/// <param name="stable">Points in rising order.</param>
internal sealed class PairwiseDifferences(double[] canary, double[] stable)
{
    /// <summary>Number of pairs.</summary>
    public long Count { get; } = (long)canary.Length * stable.Length;

    /// <summary>The median: the shift estimate of J. L. Hodges, E. L. Lehmann, Ann. Math. Statist. 34 (1963) 598-611.</summary>
    public double Median => Count % 2 == 1 ? Select(Count / 2) : Select(Count / 2 - 1) / 2 + Select(Count / 2) / 2;

    /// <summary>The difference that <paramref name="rank"/> others come before.</summary>
    public double Select(long rank)
    {
        var (least, most) = (canary[0] - stable[^1], canary[^1] - stable[0]);
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

    // How many differences do not exceed the value, the greatest of them, and the smallest of the others. From one point of
    // the canary to the next, the stable points that are near enough only get greater.
    private (long Count, double Below, double Above) Around(double value)
    {
        var (count, below, above) = (0L, double.NegativeInfinity, double.PositiveInfinity);
        var first = 0;
        foreach (var point in canary)
        {
            while (first < stable.Length && point - stable[first] > value)
                first++;
            if (first > 0)
                above = Math.Min(above, point - stable[first - 1]);
            if (first < stable.Length)
                below = Math.Max(below, point - stable[first]);
            count += stable.Length - first;
        }

        return (count, below, above);
    }
}
