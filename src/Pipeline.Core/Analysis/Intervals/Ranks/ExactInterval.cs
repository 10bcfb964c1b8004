using MathNet.Numerics.Distributions;

namespace Pipeline.Core.Analysis.Intervals.Ranks;

/// <summary>
/// The confidence interval for a shift as order statistics of the pairwise differences, in whatever unit the points are. L. E.
/// Moses in H. Walker, J. Lev, "Statistical Inference" (1953), 443; M. Hollander, D. A. Wolfe, "Nonparametric Statistical
/// Methods", 2nd ed. (1999), 4.3.
/// </summary>
internal static class ExactInterval
{
    /// <summary>The interval of points in rising order; null when there are too few points for such confidence.</summary>
    public static ShiftInterval? Of(double[] canary, double[] stable, double confidence)
    {
        var differences = new PairwiseDifferences(canary, stable);
        var quantile = -Normal.InvCDF(0, 1, (1 - confidence) / 2);
        var deviation = new RankSum(canary, stable).DeviationBetweenTies;
        var most = differences.Count / 2.0 + 0.5 + quantile * deviation;
        return most < differences.Count
            ? new ShiftInterval(
                differences.Select((long)(differences.Count - most)),
                differences.Median,
                differences.Select((long)most)
            )
            : null;
    }
}
