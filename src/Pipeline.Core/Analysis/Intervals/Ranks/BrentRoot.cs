namespace Pipeline.Core.Analysis.Intervals.Ranks;

/// <summary>
/// Finds a root between two points of different sign. R. P. Brent, "Algorithms for Minimization Without Derivatives" (1973),
/// chapter 4; step for step as R's <c>uniroot</c>, since a step function's root depends on the way to it.
/// </summary>
internal static class BrentRoot
{
    private const int MostSteps = 1001;
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>A root of <paramref name="function"/>.</summary>
    /// <param name="function">The function.</param>
    /// <param name="low">Where the search begins.</param>
    /// <param name="atLow">The function there.</param>
    /// <param name="high">Where the search ends.</param>
    /// <param name="atHigh">The function there.</param>
    /// <param name="tolerance">Absolute.</param>
    public static double Find(
        Func<double, double> function,
        double low,
        double atLow,
        double high,
        double atHigh,
        double tolerance
    )
    {
        if (atLow == 0)
            return low;
        if (atHigh == 0)
            return high;

        var (previous, best, opposite) = (low, high, low);
        var (atPrevious, atBest, atOpposite) = (atLow, atHigh, atLow);
        for (var steps = 0; steps < MostSteps; steps++)
        {
            var lastStep = best - previous;
            if (Math.Abs(atOpposite) < Math.Abs(atBest))
            {
                (previous, best, opposite) = (best, opposite, best);
                (atPrevious, atBest, atOpposite) = (atBest, atOpposite, atBest);
            }

            var enough = 2 * Epsilon * Math.Abs(best) + tolerance / 2;
            var step = (opposite - best) / 2;
            if (Math.Abs(step) <= enough || atBest == 0)
                return best;

            if (Math.Abs(lastStep) >= enough && Math.Abs(atPrevious) > Math.Abs(atBest))
                step = Interpolate(lastStep, enough, step) ?? step;
            if (Math.Abs(step) < enough)
                step = step > 0 ? enough : -enough;

            (previous, atPrevious) = (best, atBest);
            best += step;
            atBest = function(best);
            if ((atBest > 0 && atOpposite > 0) || (atBest < 0 && atOpposite < 0))
                (opposite, atOpposite) = (previous, atPrevious);
        }

        return best;

        // Null when the bisection is the better step.
        double? Interpolate(double lastStep, double enough, double bisection)
        {
            var width = 2 * bisection;
            double p,
                q;
            if (previous == opposite)
            {
                var slope = atBest / atPrevious;
                (p, q) = (width * slope, 1 - slope);
            }
            else
            {
                var (r, s, t) = (atPrevious / atOpposite, atBest / atOpposite, atBest / atPrevious);
                p = t * (width * r * (r - s) - (best - previous) * (s - 1));
                q = (r - 1) * (s - 1) * (t - 1);
            }

            if (p > 0)
                q = -q;
            else
                p = -p;
            return p < 0.75 * width * q - Math.Abs(enough * q) / 2 && p < Math.Abs(lastStep * q / 2) ? p / q : null;
        }
    }
}
