using MathNet.Numerics;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>Compares the requests of both tracks since a weight change with the weight.</summary>
public static class ShareCheck
{
    /// <summary>Fewer requests than this say nothing.</summary>
    public const int MinimumRequests = 300;

    /// <summary>A split at least as far off, to the same side, has less than this probability: exact binomial tail.</summary>
    public const double Improbable = 1e-6;

    /// <summary>Checks the split.</summary>
    /// <param name="weight">Share of the new track as the route says it.</param>
    /// <param name="canary">Requests of the new track since the weight changed.</param>
    /// <param name="stable">Requests of the stable track since then.</param>
    public static ShareVerdict Check(Percent weight, long canary, long stable)
    {
        var all = canary + stable;
        if (all < MinimumRequests)
            return new ShareVerdict.TooFew
            {
                Sentence = $"the split is unknown: {all} of {MinimumRequests} requests since the weight changed",
            };

        var share =
            $"{RateText.Of((double)canary / all)} of {all} requests went to the new version, its weight is {weight}";
        return Math.Min(AtMost(canary, all, weight), AtLeast(canary, all, weight)) < Improbable
            ? new ShareVerdict.Deviates { Sentence = $"{share}: the route was written, but the traffic did not follow" }
            : new ShareVerdict.Matches { Sentence = share };
    }

    private static double AtLeast(long count, long all, Percent weight) =>
        count == 0 ? 1 : SpecialFunctions.BetaRegularized(count, all - count + 1, weight.Fraction);

    private static double AtMost(long count, long all, Percent weight) =>
        count == all ? 1 : SpecialFunctions.BetaRegularized(all - count, count + 1, 1 - weight.Fraction);
}
