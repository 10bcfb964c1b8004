using MathNet.Numerics;
using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Core.Analysis.Sequential;

/// <summary>
/// Tests a share against a limit, valid at every look: the likelihood ratio of the counts, averaged over the alternatives
/// with Jeffreys' prior cut off at the limit, is a test martingale. H. Robbins, "Statistical methods related to the law of
/// the iterated logarithm", Ann. Math. Statist. 41 (1970) 1397-1409; S. R. Howard, A. Ramdas, J. McAuliffe, J. Sekhon,
/// "Time-uniform, nonparametric, nonasymptotic confidence sequences", Ann. Statist. 49 (2021) 1055-1080.
/// </summary>
public static class ProportionTest
{
    private const double Prior = 0.5;
    private const double Precision = 1e-7;

    /// <summary>Logarithm of the evidence that the true share is above <paramref name="limit"/>.</summary>
    /// <param name="counts">All requests since the test began.</param>
    /// <param name="limit">Between 0 and 1, exclusive.</param>
    public static double LogEvidenceAbove(Proportion counts, double limit) =>
        // Above the limit p means that the share of good requests is below 1 - p.
        LogEvidenceBelow(new Proportion(counts.Total - counts.Bad, counts.Total), 1 - Checked(limit));

    /// <summary>Logarithm of the evidence that the true share is below <paramref name="limit"/>.</summary>
    /// <param name="counts">All requests since the test began.</param>
    /// <param name="limit">Between 0 and 1, exclusive.</param>
    public static double LogEvidenceBelow(Proportion counts, double limit)
    {
        Checked(limit);
        if (counts.Total == 0)
            return 0;

        var good = counts.Total - counts.Bad;
        return LogBeta(counts.Bad + Prior, good + Prior, limit)
            - LogBeta(Prior, Prior, limit)
            - counts.Bad * Math.Log(limit)
            - good * Math.Log(1 - limit);
    }

    /// <summary>The least share that is proved not to be exceeded; at every look at once with probability 1 - <paramref name="beta"/>.</summary>
    public static double UpperBound(Proportion counts, double beta)
    {
        var (low, high) = ((counts.Bad + Prior) / (counts.Total + 1), 1 - Precision);
        if (counts.Total == 0 || LogEvidenceBelow(counts, high) < -Math.Log(beta))
            return 1;

        while (high - low > Precision)
        {
            var middle = (low + high) / 2;
            if (LogEvidenceBelow(counts, middle) >= -Math.Log(beta))
                high = middle;
            else
                low = middle;
        }

        return high;
    }

    /// <summary>The greatest share that is proved to be exceeded; at every look at once with probability 1 - <paramref name="alpha"/>.</summary>
    public static double LowerBound(Proportion counts, double alpha) =>
        1 - UpperBound(new Proportion(counts.Total - counts.Bad, counts.Total), alpha);

    /// <summary>How many requests in all would prove the share below the limit if no further one were bad.</summary>
    public static long RequestsToProveBelow(long bad, double limit, double beta)
    {
        var (low, high) = (bad, Math.Max(bad, 1) * 2);
        while (LogEvidenceBelow(new Proportion(bad, high), limit) < -Math.Log(beta))
            (low, high) = (high, high * 2);

        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (LogEvidenceBelow(new Proportion(bad, middle), limit) >= -Math.Log(beta))
                high = middle;
            else
                low = middle;
        }

        return high;
    }

    // Logarithm of the incomplete beta function, the integral of p^(a-1) (1-p)^(b-1) from 0 to the limit.
    private static double LogBeta(double a, double b, double limit) =>
        SpecialFunctions.BetaLn(a, b) + Math.Log(SpecialFunctions.BetaRegularized(a, b, limit));

    private static double Checked(double limit) =>
        limit is > 0 and < 1
            ? limit
            : throw new ArgumentOutOfRangeException(
                nameof(limit),
                limit,
                "a limit lies between 0 and 1, both excluded"
            );
}
