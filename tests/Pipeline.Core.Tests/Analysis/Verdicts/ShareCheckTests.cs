using MathNet.Numerics.Distributions;
using Pipeline.Core.Analysis.Verdicts;

namespace Pipeline.Core.Tests.Analysis.Verdicts;

public class ShareCheckTests
{
    [Fact]
    public void Under_300_requests_nothing_is_said()
    {
        var verdict = ShareCheck.Check(Percent.Of(50), 0, 299);

        Assert.IsType<ShareVerdict.TooFew>(verdict);
        Assert.Equal("the split is unknown: 299 of 300 requests since the weight changed", verdict.Sentence);
    }

    [Theory]
    [InlineData(5, 15, 285)]
    [InlineData(5, 35, 265)]
    [InlineData(25, 250, 750)]
    [InlineData(100, 300, 0)]
    [InlineData(0, 0, 300)]
    public void A_split_near_the_weight_matches(int weight, int canary, int stable)
    {
        Assert.IsType<ShareVerdict.Matches>(ShareCheck.Check(Percent.Of(weight), canary, stable));
    }

    [Theory]
    [InlineData(5, 0, 300)]
    [InlineData(5, 60, 240)]
    [InlineData(25, 0, 300)]
    [InlineData(100, 299, 1)]
    [InlineData(0, 1, 299)]
    public void A_split_far_from_the_weight_deviates(int weight, int canary, int stable)
    {
        // 0 of 300 at 5 % has the probability 2e-7.
        Assert.IsType<ShareVerdict.Deviates>(ShareCheck.Check(Percent.Of(weight), canary, stable));
    }

    [Fact]
    public void The_sentence_names_share_and_weight()
    {
        Assert.Equal(
            "0 % of 400 requests went to the new version, its weight is 25 %: the route was written, but the traffic did not follow",
            ShareCheck.Check(Percent.Of(25), 0, 400).Sentence
        );
    }

    [Theory]
    [InlineData(5, 1000)]
    [InlineData(25, 300)]
    [InlineData(50, 5000)]
    public void The_border_is_the_exact_binomial_tail(int weight, int all)
    {
        var share = weight / 100.0;
        for (var canary = 0; canary <= all; canary++)
        {
            var tail = Math.Min(
                Binomial.CDF(share, all, canary),
                canary == 0 ? 1 : 1 - Binomial.CDF(share, all, canary - 1)
            );
            // Near the border only the exact sum is precise enough to compare with.
            if (tail is > 0.9e-6 and < 1.1e-6)
                continue;

            var deviates = ShareCheck.Check(Percent.Of(weight), canary, all - canary) is ShareVerdict.Deviates;
            Assert.Equal(tail < 1e-6, deviates);
        }
    }
}
