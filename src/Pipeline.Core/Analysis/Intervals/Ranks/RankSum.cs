namespace Pipeline.Core.Analysis.Intervals.Ranks;

/// <summary>The Mann-Whitney statistic of two series of which the first is moved.</summary>
/// <param name="canary">Points in rising order.</param>
/// <param name="stable">Points in rising order.</param>
internal sealed class RankSum(double[] canary, double[] stable)
{
    private readonly double pairs = (double)canary.Length * stable.Length;
    private readonly double stableTies = TiesIn(stable);
    private readonly double points = (double)canary.Length + stable.Length;

    /// <summary>Pairs in which the canary's point is higher, ties counted half.</summary>
    public double Statistic => Rank(0).Sum - canary.Length * (canary.Length + 1.0) / 2;

    /// <summary>Share of the pairs in which the canary's point is higher, ties counted half.</summary>
    public double CommonLanguageEffect =>
        (2 * Rank(0).Sum - canary.Length * (canary.Length + 1.0)) / (2.0 * canary.Length * stable.Length);

    /// <summary>
    /// The statistic after the canary's points were lowered by <paramref name="shift"/>, in standard deviations from its mean,
    /// corrected for continuity; NaN when all points are tied. As R's <c>wilcox.test(exact = FALSE)</c>.
    /// </summary>
    public double Standardized(double shift)
    {
        var (sum, ties) = Rank(shift);
        var excess = sum - canary.Length * (canary.Length + 1.0) / 2 - pairs / 2;
        var deviation = Deviation(ties);
        return deviation == 0 ? double.NaN : (excess - Math.Sign(excess) * 0.5) / deviation;
    }

    /// <summary>Standard deviation of the statistic while no point of one side is tied with one of the other.</summary>
    public double DeviationBetweenTies => Deviation(TiesIn(canary) + stableTies);

    private double Deviation(double ties) => Math.Sqrt(pairs / 12 * (points + 1 - ties / (points * (points - 1))));

    // Both are in order, and stay so when one is moved: one pass over them gives the ranks.
    private (double Sum, double Ties) Rank(double shift)
    {
        ReadOnlySpan<double> a = canary;
        ReadOnlySpan<double> b = stable;
        var (sum, ties) = (0.0, stableTies);
        var (i, j) = (0, 0);
        while (i < a.Length)
        {
            var value = a[i] - shift;
            while (j < b.Length && b[j] < value)
                j++;

            var (firstCanary, firstStable) = (i, j);
            do i++;
            while (i < a.Length && a[i] - shift == value);
            while (j < b.Length && b[j] == value)
                j++;

            var tied = i - firstCanary + j - firstStable;
            sum += (i - firstCanary) * (firstCanary + firstStable + (tied + 1) / 2.0);
            // The stable points' own ties are counted already.
            if (tied > 1)
                ties += Cubed(tied) - Cubed(j - firstStable);
        }

        return (sum, ties);
    }

    private static double TiesIn(double[] sorted)
    {
        var ties = 0.0;
        for (int first = 0, next; first < sorted.Length; first = next)
        {
            for (next = first + 1; next < sorted.Length && sorted[next] == sorted[first]; )
                next++;
            ties += Cubed(next - first);
        }

        return ties;
    }

    private static double Cubed(double tied) => tied * tied * tied - tied;
}
