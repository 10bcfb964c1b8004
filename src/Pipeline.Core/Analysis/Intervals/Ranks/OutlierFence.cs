namespace Pipeline.Core.Analysis.Intervals.Ranks;

/// <summary>
/// Between what points are no outliers: J. W. Tukey's fences ("Exploratory Data Analysis", 1977), widened to the first and
/// the last percentile.
/// </summary>
internal sealed record OutlierFence(double Lower, double Upper)
{
    /// <summary>The fence of points in rising order.</summary>
    public static OutlierFence Around(ReadOnlySpan<double> sorted, double factor)
    {
        if (sorted.IsEmpty)
            return new OutlierFence(double.NegativeInfinity, double.PositiveInfinity);

        var (first, third) = (Quantile(sorted, 0.25), Quantile(sorted, 0.75));
        var reach = factor * (third - first);
        return new OutlierFence(
            Math.Min(Quantile(sorted, 0.01), first - reach),
            Math.Max(Quantile(sorted, 0.99), third + reach)
        );
    }

    /// <summary>The points inside.</summary>
    public double[] Filter(double[] points) => Array.FindAll(points, point => !(point < Lower || point > Upper));

    // Type 7 of R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", Am. Stat. 50 (1996) 361-365.
    internal static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 < sorted.Length
            ? sorted[below] + (position - below) * (sorted[below + 1] - sorted[below])
            : sorted[^1];
    }
}
