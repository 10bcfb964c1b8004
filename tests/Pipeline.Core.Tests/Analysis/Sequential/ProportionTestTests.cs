using MathNet.Numerics.Distributions;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sequential;

namespace Pipeline.Core.Tests.Analysis.Sequential;

public class ProportionTestTests
{
    [Theory]
    [InlineData(0.01, 300, 380)]
    [InlineData(0.001, 3000, 3800)]
    public void Excluding_a_limit_takes_a_stated_number_of_requests_without_an_error(
        double limit,
        long least,
        long most
    )
    {
        var needed = ProportionTest.RequestsToProveBelow(0, limit, 0.05);

        Assert.InRange(needed, least, most);
        Assert.True(ProportionTest.LogEvidenceBelow(new(0, needed), limit) >= Math.Log(20));
        Assert.True(ProportionTest.LogEvidenceBelow(new(0, needed - 1), limit) < Math.Log(20));
    }

    // A test martingale has mean 1 under the hypothesis that it tests: the likelihood ratios add up to one.
    [Theory]
    [InlineData(1, 0.01)]
    [InlineData(20, 0.01)]
    [InlineData(200, 0.05)]
    [InlineData(50, 0.5)]
    public void At_the_limit_the_evidence_has_mean_one(int requests, double limit)
    {
        double Mean(Func<Proportion, double> log) =>
            Enumerable
                .Range(0, requests + 1)
                .Sum(bad => Binomial.PMF(limit, requests, bad) * Math.Exp(log(new Proportion(bad, requests))));

        Assert.Equal(1, Mean(counts => ProportionTest.LogEvidenceAbove(counts, limit)), 9);
        Assert.Equal(1, Mean(counts => ProportionTest.LogEvidenceBelow(counts, limit)), 9);
    }

    [Fact]
    public void Looking_after_every_request_a_version_at_the_trigger_fails_no_more_often_than_alpha()
    {
        var probability = ProbabilityOfEver(
            requests: 1500,
            rate: 0.01,
            counts => ProportionTest.LogEvidenceAbove(counts, 0.01) >= Math.Log(100)
        );

        Assert.InRange(probability, 0.001, 0.01);
    }

    [Fact]
    public void Looking_after_every_request_a_version_at_the_trigger_passes_no_more_often_than_beta()
    {
        var probability = ProbabilityOfEver(
            requests: 1500,
            rate: 0.01,
            counts => ProportionTest.LogEvidenceBelow(counts, 0.01) >= Math.Log(20)
        );

        Assert.InRange(probability, 0.01, 0.05);
    }

    [Fact]
    public void Both_directions_mirror_each_other()
    {
        Assert.Equal(
            ProportionTest.LogEvidenceAbove(new(7, 90), 0.02),
            ProportionTest.LogEvidenceBelow(new(83, 90), 0.98),
            9
        );
    }

    [Fact]
    public void More_bad_requests_are_more_evidence_above_and_less_below()
    {
        var counts = Enumerable.Range(0, 100).Select(bad => new Proportion(bad, 100)).ToList();

        var above = counts.Select(count => ProportionTest.LogEvidenceAbove(count, 0.1)).ToList();
        var below = counts.Select(count => ProportionTest.LogEvidenceBelow(count, 0.1)).ToList();

        Assert.Equal(above.Order(), above);
        Assert.Equal(below.OrderDescending(), below);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0, 400)]
    [InlineData(3, 1000)]
    [InlineData(500, 1000)]
    [InlineData(40, 1_000_000)]
    public void The_upper_bound_is_where_the_evidence_just_suffices(long bad, long total)
    {
        var bound = ProportionTest.UpperBound(new(bad, total), 0.05);

        Assert.True(bound > (double)bad / total);
        Assert.Equal(Math.Log(20), ProportionTest.LogEvidenceBelow(new(bad, total), bound), 1);
    }

    [Fact]
    public void Without_requests_nothing_is_proved()
    {
        Assert.Equal(0, ProportionTest.LogEvidenceAbove(new(0, 0), 0.01));
        Assert.Equal(0, ProportionTest.LogEvidenceBelow(new(0, 0), 0.01));
        Assert.Equal(1, ProportionTest.UpperBound(new(0, 0), 0.05));
        Assert.Equal(0, ProportionTest.LowerBound(new(0, 0), 0.05));
    }

    [Fact]
    public void When_every_request_is_bad_no_rate_is_excluded_from_above()
    {
        Assert.Equal(1, ProportionTest.UpperBound(new(50, 50), 0.05));
        Assert.InRange(ProportionTest.LowerBound(new(50, 50), 0.05), 0.8, 0.99);
    }

    [Fact]
    public void A_billion_requests_are_judged_as_well_as_ten()
    {
        var below = ProportionTest.LogEvidenceBelow(new(1_000_000, 1_000_000_000), 0.01);
        var above = ProportionTest.LogEvidenceAbove(new(1_000_000, 1_000_000_000), 0.01);

        Assert.True(double.IsFinite(below) && below > 1e6);
        Assert.True(above < -1e6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_limit_that_excludes_nothing_is_refused(double limit)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionTest.LogEvidenceBelow(new(0, 10), limit));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionTest.LogEvidenceAbove(new(0, 10), limit));
    }

    // Exact, by summing over all paths: alive[k] is the probability of k bad requests and no decision yet.
    private static double ProbabilityOfEver(int requests, double rate, Func<Proportion, bool> decides)
    {
        const int most = 80;
        var alive = new double[most + 1];
        alive[0] = 1;
        var decided = 0.0;
        for (var n = 1; n <= requests; n++)
        {
            for (var k = Math.Min(n, most); k >= 0; k--)
            {
                alive[k] = alive[k] * (1 - rate) + (k > 0 ? alive[k - 1] * rate : 0);
                if (alive[k] < 1e-15 || !decides(new Proportion(k, n)))
                    continue;
                decided += alive[k];
                alive[k] = 0;
            }
        }

        return decided;
    }
}
