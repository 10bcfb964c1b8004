using MathNet.Numerics.Distributions;

namespace Pipeline.Core.Analysis.Intervals.Ranks;

/// <summary>
/// The confidence interval for a shift as the reference computes it, that is as R's <c>wilcox.test(conf.int = TRUE, exact =
/// FALSE)</c>: by searching the roots of the standardized statistic with an absolute tolerance.
/// </summary>
internal static class ReferenceInterval
{
    private const double Tolerance = 1e-4;

    /// <summary>The interval of points in rising order; null when all of them are tied.</summary>
    public static ShiftInterval? Of(double[] canary, double[] stable, double confidence)
    {
        var ranks = new RankSum(canary, stable);
        var (low, high) = (canary[0] - stable[^1], canary[^1] - stable[0]);
        var (atLow, atHigh) = (ranks.Standardized(low), ranks.Standardized(high));
        if (double.IsNaN(atLow) || double.IsNaN(atHigh))
            return null;

        var quantile = -Normal.InvCDF(0, 1, (1 - confidence) / 2);
        var interval = new ShiftInterval(Bound(quantile), Root(0), Bound(-quantile));
        return double.IsFinite(interval.Lower + interval.Estimate + interval.Upper) ? interval : null;

        double Bound(double at) =>
            atLow - at <= 0 ? low
            : atHigh - at >= 0 ? high
            : Root(at);

        double Root(double at) =>
            BrentRoot.Find(shift => ranks.Standardized(shift) - at, low, atLow - at, high, atHigh - at, Tolerance);
    }
}
