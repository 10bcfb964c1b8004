using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;

namespace JudgeContract;

/// <summary>Exact random draws from a seeded generator.</summary>
public static class Draw
{
    /// <summary>How many of <paramref name="count"/> requests are bad, each with probability <paramref name="rate"/>.</summary>
    public static Proportion Requests(this Random random, long count, double rate) =>
        new(random.Binomial(count, rate), count);

    /// <summary>A binomial draw by the gaps between successes, which takes as many steps as there are successes.</summary>
    public static long Binomial(this Random random, long count, double rate)
    {
        if (rate > 0.5)
            return count - random.Binomial(count, 1 - rate);
        if (rate <= 0)
            return 0;

        var successes = 0L;
        var logFailure = Math.Log(1 - rate);
        for (var position = 0L; ; successes++)
        {
            position += 1 + (long)Math.Min(count, Math.Log(1 - random.NextDouble()) / logFailure);
            if (position > count)
                return successes;
        }
    }
}
