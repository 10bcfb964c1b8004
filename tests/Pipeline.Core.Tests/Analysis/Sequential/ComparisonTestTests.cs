using MathNet.Numerics;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sequential;

namespace Pipeline.Core.Tests.Analysis.Sequential;

public class ComparisonTestTests
{
    // Given the bad requests of a tick, those of equal tracks are hypergeometric.
    [Theory]
    [InlineData(5, 5, 1)]
    [InlineData(10, 90, 7)]
    [InlineData(50, 950, 30)]
    [InlineData(30, 10, 25)]
    public void For_equal_tracks_the_evidence_of_a_tick_has_mean_one(int canary, int stable, int bad)
    {
        var mean = Enumerable
            .Range(Math.Max(0, bad - stable), Math.Min(bad, canary) - Math.Max(0, bad - stable) + 1)
            .Sum(k => Hypergeometric(canary, stable, bad, k) * Math.Exp(Evidence(Tick(k, canary, bad - k, stable))));

        Assert.Equal(1, mean, 9);
    }

    [Fact]
    public void More_bad_requests_of_the_new_version_are_more_evidence()
    {
        var logs = Enumerable.Range(0, 21).Select(k => Evidence(Tick(k, 100, 20 - k, 100))).ToList();

        Assert.Equal(logs.Order(), logs);
        Assert.True(logs[^1] > 0);
        Assert.True(logs[0] < 0);
    }

    [Fact]
    public void Ticks_in_which_all_requests_are_alike_say_nothing()
    {
        Assert.Equal(0, Evidence(Tick(0, 10, 0, 90), Tick(10, 10, 90, 90), Tick(3, 10, 0, 0), Tick(0, 0, 3, 10)), 12);
    }

    [Fact]
    public void A_rate_that_rises_for_both_tracks_is_no_evidence_while_weights_move()
    {
        // The stable track has most of its requests while the rate is low: pooled, the new version looks 2.4 times as bad.
        var evidence = Evidence(Tick(1, 1000, 19, 19_000), Tick(100, 1000, 100, 1000), Tick(150, 1000, 50, 333));

        Assert.True(evidence < Math.Log(2));
    }

    [Fact]
    public void A_huge_tick_is_computed_without_overflow()
    {
        var log = Evidence(Tick(90_000, 1_000_000, 50_000, 1_000_000));

        Assert.True(double.IsFinite(log) && log > 100);
    }

    [Fact]
    public void The_logarithm_of_a_mean_survives_extreme_values()
    {
        Assert.Equal(1000 - Math.Log(2), ComparisonTest.LogMean([1000, -1000]), 9);
        Assert.Equal(
            double.NegativeInfinity,
            ComparisonTest.LogMean([double.NegativeInfinity, double.NegativeInfinity])
        );
    }

    private static double Evidence(params Stratum[] ticks) =>
        ticks.Aggregate(ComparisonTest.Begin, (test, tick) => test.With(tick)).LogEvidence;

    private static Stratum Tick(long canaryBad, long canary, long stableBad, long stable) =>
        new(new Proportion(canaryBad, canary), new Proportion(stableBad, stable));

    private static double Hypergeometric(int canary, int stable, int bad, int k) =>
        Math.Exp(
            SpecialFunctions.BinomialLn(canary, k)
                + SpecialFunctions.BinomialLn(stable, bad - k)
                - SpecialFunctions.BinomialLn(canary + stable, bad)
        );
}
