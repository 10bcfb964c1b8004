using Pipeline.Core.Analysis.Intervals;
using Pipeline.Core.Analysis.Metrics;
using static Pipeline.Core.Tests.Analysis.Intervals.Points;

namespace Pipeline.Core.Tests.Analysis.Intervals;

/// <summary>The defects of the reference judge, one by one.</summary>
public class SoundModeTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(4, 50)]
    public void Few_points_hold_whatever_they_say(int canary, int stable)
    {
        var judgement = Judge(Of(canary, 100), Of(stable, 1));

        Assert.Equal(IntervalLabel.Held, judgement.Label);
        Assert.Equal($"queue depth: {canary} points on a side say nothing: it takes 5", judgement.Reason);
    }

    [Theory]
    [InlineData(10, 5, 6)]
    [InlineData(20, 6, 7)]
    [InlineData(30, 6, 7)]
    [InlineData(60, 6, 7)]
    public void Sparse_errors_are_decided_by_an_exact_test(int points, int passes, int fails)
    {
        // Fisher's exact test, one-sided, at 1 %: fisher.test of R gives 0.0054 for 6 of 10 and 0.0042 for 7 of 20.
        Assert.Equal(IntervalLabel.Pass, Judge(With(points, 0, passes, 1), Of(points, 0)).Label);
        Assert.Equal(IntervalLabel.High, Judge(With(points, 0, fails, 1), Of(points, 0)).Label);
    }

    [Fact]
    public void The_exact_test_has_the_probability_of_R()
    {
        Assert.Equal(0.0054179566563467467, Judge(With(10, 0, 6, 1), Of(10, 0)).PValue!.Value, 1e-12);
        Assert.Equal(0.004158004, Judge(With(20, 0, 7, 1), Of(20, 0)).PValue!.Value, 1e-8);
    }

    [Fact]
    public void Errors_that_stop_are_lower_and_errors_of_ten_times_the_points_higher()
    {
        Assert.Equal(IntervalLabel.Low, Judge(Of(20, 0), With(20, 0, 9, 3)).Label);
        // Seven of ten points a hundred times as high: the reference passes it (spinnaker#6278).
        Assert.Equal(IntervalLabel.High, Judge(With(10, 1, 7, 100), Of(10, 1)).Label);
        Assert.Equal(IntervalLabel.Pass, JudgeAsReference(With(10, 1, 7, 100), Of(10, 1)).Label);
    }

    [Fact]
    public void A_change_of_scatter_is_reported()
    {
        double[] stable = [.. Enumerable.Range(0, 40).Select(i => 100 + Math.Sin(i))];
        double[] canary = [.. Enumerable.Range(0, 40).Select(i => 100 + 20 * Math.Sin(i))];

        var judgement = Judge(canary, stable);

        Assert.Equal(IntervalLabel.Pass, judgement.Label);
        Assert.Equal(20, judgement.Spread!.Ratio!.Value, 1e-9);
        Assert.EndsWith("; the points scatter 20 times as much as before", judgement.Reason);
    }

    [Fact]
    public void The_test_of_scatter_has_the_probability_of_R()
    {
        // anova(lm(abs(z - median) ~ group)) of R gives F = 8.46137, p = 0.0093647.
        double[] a = [8.88, 9.12, 9.04, 8.98, 9.00, 9.08, 9.01, 8.85, 9.06, 8.99];
        double[] b = [8.88, 8.95, 9.29, 9.44, 9.15, 9.58, 8.36, 9.18, 8.67, 9.05];

        Assert.Equal(0.0093647, Judge(b, a).Spread!.PValue, 1e-7);
    }

    [Fact]
    public void An_error_of_a_critical_metric_is_critical()
    {
        var judgement = Judge(
            [1, 2, 3, 4, double.PositiveInfinity],
            [1, 2, 3, 4, 5],
            Metric with
            {
                IsCritical = true,
            }
        );

        Assert.Equal((IntervalLabel.Error, true), (judgement.Label, judgement.IsCritical));
    }

    [Fact]
    public void No_points_at_all_are_no_pass_even_where_missing_ones_are_zero()
    {
        Assert.Equal(IntervalLabel.NoData, Judge([], Of(10, 0), Metric with { Missing = MissingValues.Zero }).Label);
    }

    [Fact]
    public void A_ratio_of_means_below_zero_says_nothing_and_limits_nothing()
    {
        double[] stable = [-10, -11, -12, -10.5, -11.5, -12.5];

        Assert.Equal(IntervalLabel.High, Judge(stable.Plus(8), stable).Label);
        Assert.Null(Judge(stable.Plus(8), stable).MeanRatio);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.001)]
    [InlineData(1000)]
    [InlineData(1e12)]
    public void Another_unit_never_changes_a_verdict(double factor)
    {
        var random = new Random(11);
        for (var pair = 0; pair < 200; pair++)
        {
            var stable = Lognormal(random, random.Next(5, 40), 5e-5);
            var canary = Lognormal(random, random.Next(5, 40), 5e-5 * 1.25);

            Assert.Equal(Judge(canary, stable).Label, Judge(canary.Times(factor), stable.Times(factor)).Label);
        }
    }

    [Fact]
    public void A_verdict_on_the_edge_is_the_same_in_every_unit()
    {
        // Whole numbers put the bound of the interval on its limit exactly.
        var random = new Random(12);
        for (var pair = 0; pair < 300; pair++)
        {
            double[] stable = [.. Enumerable.Range(0, 12).Select(_ => (double)random.Next(1, 9))];
            double[] canary = [.. Enumerable.Range(0, 12).Select(_ => (double)random.Next(3, 12))];

            Assert.Equal(Judge(canary, stable).Label, Judge(canary.Times(0.001), stable.Times(0.001)).Label);
        }
    }

    [Fact]
    public void A_shift_of_both_moves_nothing_and_a_shift_of_one_moves_the_interval()
    {
        var random = new Random(13);
        var (stable, canary) = (Lognormal(random, 30), Lognormal(random, 25));
        var interval = Judge(canary, stable).Interval!;

        var both = Judge(canary.Plus(7), stable.Plus(7)).Interval!;
        var one = Judge(canary.Plus(7), stable).Interval!;

        Assert.Equal(interval.Lower, both.Lower, 1e-12);
        Assert.Equal(interval.Upper, both.Upper, 1e-12);
        Assert.Equal(interval.Estimate + 7, one.Estimate, 1e-12);
    }

    [Fact]
    public void Versions_that_change_places_change_the_sign()
    {
        var random = new Random(14);
        for (var pair = 0; pair < 50; pair++)
        {
            var (a, b) = (Lognormal(random, 21), Lognormal(random, 30, 1.3));

            var (there, back) = (Judge(a, b).Interval!, Judge(b, a).Interval!);

            Assert.Equal(there.Lower, -back.Upper, 1e-12);
            Assert.Equal(there.Estimate, -back.Estimate, 1e-12);
        }
    }

    [Fact]
    public void A_greater_shift_never_turns_high_into_pass()
    {
        var random = new Random(15);
        var metric = Metric with { WorseWhen = Direction.HigherIsWorse };
        for (var pair = 0; pair < 50; pair++)
        {
            var (stable, canary) = (Lognormal(random, 15), Lognormal(random, 15));
            var labels = Enumerable.Range(0, 12).Select(step => Judge(canary.Plus(0.1 * step), stable, metric).Label);

            Assert.Equal(labels.OrderByDescending(label => label == IntervalLabel.Pass), labels);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(60)]
    public void Equal_versions_are_told_apart_by_at_most_two_in_a_hundred(int points)
    {
        var random = new Random(16);
        var flagged = Enumerable
            .Range(0, 1000)
            .Count(_ => Judge(Lognormal(random, points), Lognormal(random, points)).Label != IntervalLabel.Pass);

        // 2 % and 2.33 standard deviations.
        Assert.InRange(flagged, 0, 30);
    }

    [Fact]
    public void Two_percent_of_errors_that_become_ten_are_caught_nearly_always()
    {
        // 5 requests a point, 60 points: the reference catches 78 %.
        var random = new Random(17);
        var caught = Enumerable
            .Range(0, 200)
            .Count(_ => Judge(Rates(random, 0.1), Rates(random, 0.02)).Label == IntervalLabel.High);

        Assert.InRange(caught, 170, 200);
    }

    [Fact]
    public void Interval_and_estimate_are_those_of_the_reference_within_its_tolerance()
    {
        var random = new Random(18);
        for (var pair = 0; pair < 30; pair++)
        {
            var (stable, canary) = (Lognormal(random, 33), Lognormal(random, 28));

            var (ours, theirs) = (Judge(canary, stable).Interval!, JudgeAsReference(canary, stable).Interval!);

            Assert.Equal(theirs.Lower, ours.Lower, 1e-4);
            Assert.Equal(theirs.Upper, ours.Upper, 1e-4);
        }
    }

    [Fact]
    public void Rules_that_judge_nothing_are_refused()
    {
        var rules = new IntervalRules
        {
            Tolerance = 1,
            Confidence = 1,
            MinimumPoints = 0,
        };

        Assert.Equal(3, rules.Problems().Count());
        Assert.Throws<ArgumentException>(() => IntervalJudge.Judge(rules, Metric, [1], [1]));
    }

    private static double[] Rates(Random random, double rate) =>
        [.. Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, 5).Count(_ => random.NextDouble() < rate) / 5.0)];
}
