using System.Collections.Immutable;
using MathNet.Numerics;

namespace Pipeline.Core.Analysis.Sequential;

/// <summary>
/// Tests whether the new version is worse than the stable one, stratified by tick and valid at every look. Given all bad
/// requests of a tick, those of the new version are hypergeometric when the versions are equal, whatever the rate of the
/// tick is; the likelihood ratio to Fisher's noncentral hypergeometric distribution is multiplied over ticks and averaged
/// over odds ratios. P. Grünwald, R. de Heide, W. Koolen, "Safe testing", J. R. Statist. Soc. B 86 (2024) 1091-1128;
/// R. Turner, A. Ly, P. Grünwald, "Generic E-variables for exact sequential k-sample tests", 2021, arXiv:2106.02693.
/// </summary>
public sealed record ComparisonTest
{
    private static readonly ImmutableArray<double> Odds = [1.5, 2, 3, 5, 10];

    // Most ticks are small: looked up, their evidence takes a third of the time.
    private static readonly ImmutableArray<double> LogFactorials =
    [
        .. Enumerable.Range(0, 1024).Select(n => SpecialFunctions.GammaLn(n + 1.0)),
    ];

    // Terms this much smaller than the largest do not change a sum of doubles.
    private const double Negligible = 1e-18;

    // Per odds ratio: logarithm of the likelihood ratio of all ticks so far.
    private readonly ImmutableArray<double> logRatios = [.. Odds.Select(_ => 0.0)];

    private ComparisonTest() { }

    private ComparisonTest(ImmutableArray<double> logRatios) => this.logRatios = logRatios;

    /// <summary>The test before its first tick.</summary>
    public static ComparisonTest Begin { get; } = new();

    /// <summary>Logarithm of the evidence that the new version has a higher share of bad requests than the stable one.</summary>
    public double LogEvidence => LogMean(logRatios);

    /// <summary>The test after one more tick.</summary>
    public ComparisonTest With(Stratum stratum)
    {
        var (canary, stable) = stratum;
        var bad = canary.Bad + stable.Bad;
        // Where all requests are alike, or all of one version, there is nothing to compare.
        return bad == 0 || bad == canary.Total + stable.Total || canary.Total == 0 || stable.Total == 0
            ? this
            : new ComparisonTest([.. logRatios.Zip(Odds, (log, odds) => log + LogRatio(stratum, Math.Log(odds)))]);
    }

    /// <summary>Logarithm of the average of values given by their logarithms; an average of evidence is evidence.</summary>
    public static double LogMean(IReadOnlyCollection<double> logs)
    {
        var greatest = logs.Max();
        return double.IsNegativeInfinity(greatest)
            ? greatest
            : greatest + Math.Log(logs.Average(log => Math.Exp(log - greatest)));
    }

    private static double LogRatio(Stratum stratum, double logOdds)
    {
        var (canary, stable) = stratum;
        var bad = canary.Bad + stable.Bad;
        return canary.Bad * logOdds
            + LogChoose(canary.Total + stable.Total, bad)
            - LogWeightedSum(canary.Total, stable.Total, bad, logOdds);
    }

    // Logarithm of the sum over j of C(canary, j) C(stable, bad - j) odds^j, summed outwards from its largest term.
    private static double LogWeightedSum(long canary, long stable, long bad, double logOdds)
    {
        var odds = Math.Exp(logOdds);
        var (first, last) = (Math.Max(0, bad - stable), Math.Min(bad, canary));
        var mode = Math.Clamp(Mode(canary, stable, bad, odds), first, last);

        var sum = 1.0;
        var term = 1.0;
        for (var j = mode; j < last && term > Negligible; j++)
            sum += term *= odds * (canary - j) * (bad - j) / ((j + 1.0) * (stable - bad + j + 1));
        term = 1.0;
        for (var j = mode; j > first && term > Negligible; j--)
            sum += term *= j * (stable - bad + (double)j) / (odds * (canary - j + 1) * (bad - j + 1));

        return LogChoose(canary, mode) + LogChoose(stable, bad - mode) + mode * logOdds + Math.Log(sum);
    }

    // The root of the quadratic in j that says: the next term is as large as this one.
    private static long Mode(long canary, long stable, long bad, double odds)
    {
        var a = odds - 1;
        var b = -(odds * (canary + bad + 2.0) + stable - bad);
        var c = odds * (canary + 1.0) * (bad + 1.0);
        return (long)(2 * c / (-b + Math.Sqrt(b * b - 4 * a * c)));
    }

    private static double LogChoose(long n, long k) => LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    private static double LogFactorial(long n) =>
        n < LogFactorials.Length ? LogFactorials[(int)n] : SpecialFunctions.GammaLn(n + 1.0);
}
