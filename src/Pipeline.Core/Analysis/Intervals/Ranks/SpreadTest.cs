using MathNet.Numerics.Distributions;

namespace Pipeline.Core.Analysis.Intervals.Ranks;

/// <summary>
/// Whether two series scatter alike, by their distances from their medians. M. B. Brown, A. B. Forsythe, "Robust tests for the
/// equality of variances", J. Am. Stat. Assoc. 69 (1974) 364-367.
/// </summary>
internal static class SpreadTest
{
    /// <summary>The change of scatter between points in rising order; null when neither scatters.</summary>
    public static SpreadChange? Of(double[] canary, double[] stable)
    {
        var (a, b) = (Distances(canary), Distances(stable));
        var (meanA, meanB) = (a.Average(), b.Average());
        var mean = (meanA * a.Length + meanB * b.Length) / (a.Length + b.Length);
        var between = a.Length * Squared(meanA - mean) + b.Length * Squared(meanB - mean);
        var within = a.Sum(distance => Squared(distance - meanA)) + b.Sum(distance => Squared(distance - meanB));
        if (between == 0)
            return null;

        var freedom = a.Length + b.Length - 2;
        var chance = within == 0 ? 0 : 1 - FisherSnedecor.CDF(1, freedom, freedom * between / within);
        return new SpreadChange(meanB == 0 ? null : meanA / meanB, chance);
    }

    private static double[] Distances(double[] sorted)
    {
        var median = OutlierFence.Quantile(sorted, 0.5);
        return Array.ConvertAll(sorted, point => Math.Abs(point - median));
    }

    private static double Squared(double value) => value * value;
}
