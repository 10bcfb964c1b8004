using MathNet.Numerics;

namespace Pipeline.Core.Analysis.Intervals.Ranks;

/// <summary>
/// Compares series most of whose points have one value, as counts of rare errors, by how many points are off it: R. A. Fisher's
/// exact test, "The logic of inductive inference", J. R. Stat. Soc. 98 (1935) 39-82. Ties do not weaken it.
/// </summary>
/// <param name="Usual">The value that most points have.</param>
/// <param name="Higher">Probability of a canary at least this high if both versions are alike.</param>
/// <param name="Lower">Probability of a canary at least this low if both versions are alike.</param>
/// <param name="CanaryOff">Points of the canary off the usual value.</param>
/// <param name="StableOff">Points of the stable version off the usual value.</param>
internal sealed record SparseTest(double Usual, double Higher, double Lower, int CanaryOff, int StableOff)
{
    /// <summary>The test of points in rising order; null when no value is that of at least half of all points.</summary>
    public static SparseTest? Of(double[] canary, double[] stable)
    {
        // What half of all points have is the median of a side that has it as often.
        var usual = new[]
        {
            stable[(stable.Length - 1) / 2],
            stable[stable.Length / 2],
            canary[canary.Length / 2],
        }.MaxBy(value => Tally(canary, value).At + Tally(stable, value).At);
        var (c, s) = (Tally(canary, usual), Tally(stable, usual));
        if (2 * (c.At + s.At) < canary.Length + stable.Length)
            return null;

        // Two ways to be higher, more points above or fewer below: each gets half of the error.
        var ways = c.Above + s.Above > 0 && c.Below + s.Below > 0 ? 2 : 1;
        return new SparseTest(
            usual,
            Math.Min(
                1,
                ways * Math.Min(More(c.Above, canary, s.Above, stable), More(s.Below, stable, c.Below, canary))
            ),
            Math.Min(
                1,
                ways * Math.Min(More(c.Below, canary, s.Below, stable), More(s.Above, stable, c.Above, canary))
            ),
            c.Above + c.Below,
            s.Above + s.Below
        );
    }

    private static (int Below, int At, int Above) Tally(double[] sorted, double value)
    {
        var below = CountBelow(sorted, value);
        var upTo = CountBelow(sorted, double.BitIncrement(value));
        return (below, upTo - below, sorted.Length - upTo);
    }

    private static int CountBelow(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // The hypergeometric tail: at least so many of the first side's points, given how many there are in all.
    private static double More(int count, double[] side, int otherCount, double[] otherSide)
    {
        var marked = count + otherCount;
        if (count == 0)
            return 1;

        var all = SpecialFunctions.BinomialLn(side.Length + otherSide.Length, marked);
        var tail = 0.0;
        for (var k = count; k <= Math.Min(marked, side.Length); k++)
            tail += Math.Exp(
                SpecialFunctions.BinomialLn(side.Length, k)
                    + SpecialFunctions.BinomialLn(otherSide.Length, marked - k)
                    - all
            );
        return Math.Min(1, tail);
    }
}
