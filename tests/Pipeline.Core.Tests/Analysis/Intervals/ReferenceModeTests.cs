using Pipeline.Core.Analysis.Intervals;
using Pipeline.Core.Analysis.Metrics;
using static Pipeline.Core.Tests.Analysis.Intervals.Points;

namespace Pipeline.Core.Tests.Analysis.Intervals;

public class ReferenceModeTests
{
    public static TheoryData<string> Tests => [.. WilcoxTest.All.Select(test => test.Name)];

    [Theory]
    [MemberData(nameof(Tests))]
    public void Interval_statistic_and_probability_are_those_of_R(string name)
    {
        var test = WilcoxTest.All.Single(test => test.Name == name);

        var judgement = IntervalJudge.Judge(
            IntervalRules.Reference with
            {
                Confidence = test.Confidence,
            },
            Metric,
            test.Canary,
            test.Stable
        );

        Assert.Equal(test.Lower, judgement.Interval!.Lower, 1e-6);
        Assert.Equal(test.Estimate, judgement.Interval.Estimate, 1e-6);
        Assert.Equal(test.Upper, judgement.Interval.Upper, 1e-6);
        Assert.Equal(test.Statistic, judgement.Statistic!.Value, 1e-9);
        Assert.Equal(test.PValue, judgement.PValue!.Value, 1e-9);
    }

    [Fact]
    public void The_permeability_table_of_Hollander_and_Wolfe_has_the_statistic_35()
    {
        // M. Hollander, D. A. Wolfe, "Nonparametric Statistical Methods" (1973), 69: permeability of the human chorioamnion.
        double[] term = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
        double[] early = [1.15, 0.88, 0.90, 0.74, 1.21];

        Assert.Equal(35, JudgeAsReference(term, early).Statistic);
    }

    [Theory]
    [InlineData(10, 7, IntervalLabel.Pass)]
    [InlineData(10, 8, IntervalLabel.High)]
    [InlineData(20, 13, IntervalLabel.Pass)]
    [InlineData(20, 14, IntervalLabel.High)]
    [InlineData(30, 19, IntervalLabel.Pass)]
    [InlineData(30, 20, IntervalLabel.High)]
    [InlineData(60, 26, IntervalLabel.Pass)]
    [InlineData(60, 27, IntervalLabel.High)]
    public void Sparse_errors_are_missed_as_the_reference_misses_them(int points, int errors, IntervalLabel label)
    {
        Assert.Equal(label, JudgeAsReference(With(points, 0, errors, 1), Of(points, 0)).Label);
    }

    [Theory]
    [InlineData(Direction.EitherIsWorse, IntervalLabel.High)]
    [InlineData(Direction.HigherIsWorse, IntervalLabel.High)]
    [InlineData(Direction.LowerIsWorse, IntervalLabel.Pass)]
    public void Only_a_change_in_the_metrics_direction_counts(Direction direction, IntervalLabel label)
    {
        var metric = Metric with { WorseWhen = direction };

        Assert.Equal(label, JudgeAsReference([11, 12, 13, 14, 15], [1, 2, 3, 4, 5], metric).Label);
    }

    [Theory]
    [InlineData(false, false, MissingValues.Removed, IntervalLabel.NoData, false)]
    [InlineData(true, false, MissingValues.Removed, IntervalLabel.NoData, true)]
    [InlineData(false, true, MissingValues.Removed, IntervalLabel.NoDataFailure, false)]
    [InlineData(true, true, MissingValues.Removed, IntervalLabel.NoData, true)]
    [InlineData(true, true, MissingValues.Zero, IntervalLabel.Pass, false)]
    public void No_points_are_labelled_by_the_definition(
        bool critical,
        bool mustHaveData,
        MissingValues missing,
        IntervalLabel label,
        bool fails
    )
    {
        var metric = Metric with { IsCritical = critical, MustHaveData = mustHaveData, Missing = missing };

        var judgement = JudgeAsReference([], [1, 2, 3], metric);

        Assert.Equal((label, fails, 1.0), (judgement.Label, judgement.IsCritical, judgement.MeanRatio));
    }

    [Fact]
    public void Points_without_a_number_are_removed_or_zero()
    {
        double[] canary = [double.NaN, 3, double.NaN, 4];

        Assert.Equal(2, JudgeAsReference(canary, [1, 2]).Canary.Count);
        Assert.Equal(
            new SeriesSummary(4, 0, 4, 1.75),
            JudgeAsReference(canary, [1, 2], Metric with { Missing = MissingValues.Zero }).Canary
        );
    }

    [Fact]
    public void Outliers_are_removed_beyond_the_fences_only()
    {
        double[] stable = [.. Enumerable.Range(1, 200), 100_000, -100_000];
        var metric = Metric with { OutlierFactor = 3 };

        var judgement = JudgeAsReference(stable.Plus(1), stable, metric);

        Assert.Equal(new SeriesSummary(200, 1, 200, 100.5), judgement.Stable);
        Assert.Equal(202, JudgeAsReference(stable.Plus(1), stable).Stable.Count);
    }

    [Fact]
    public void Of_few_points_the_greatest_is_within_the_widened_fences()
    {
        // The reference's own example: the last percentile of eleven points is all but the greatest of them.
        var metric = Metric with
        {
            OutlierFactor = 3,
        };

        Assert.Equal(10, JudgeAsReference([1, 1, 1, 1, 1, 20, 1, 1, 1, 1, 1], [1, 2], metric).Canary.Count);
    }

    [Fact]
    public void Identical_points_pass_with_the_ratio_one()
    {
        var judgement = JudgeAsReference([3, 1, 2], [1, 2, 3]);

        Assert.Equal((IntervalLabel.Pass, 1.0, null), (judgement.Label, judgement.MeanRatio, judgement.Interval));
    }

    [Fact]
    public void Constant_sides_shift_by_their_difference()
    {
        Assert.Equal(new ShiftInterval(-10, -10, -10), JudgeAsReference(Of(5, 10), Of(5, 20)).Interval);
        Assert.Equal(IntervalLabel.Low, JudgeAsReference(Of(5, 10), Of(5, 20)).Label);
    }

    [Fact]
    public void What_cannot_be_compared_is_an_error_that_is_never_critical()
    {
        var judgement = JudgeAsReference([2], [3], Metric with { IsCritical = true });

        Assert.Equal((IntervalLabel.Error, false), (judgement.Label, judgement.IsCritical));
    }

    [Fact]
    public void The_effect_must_reach_its_limit_and_a_critical_one_its_own()
    {
        double[] stable = [1, 2, 3, 4, 5];
        var limits = EffectLimits.MeanRatio with { AllowedIncrease = 2, CriticalIncrease = 4 };
        var metric = Metric with { Effect = limits, IsCritical = true };

        var half = JudgeAsReference(
            stable.Plus(2),
            stable,
            metric with
            {
                Effect = limits with { AllowedIncrease = 1 },
            }
        );
        var less = JudgeAsReference(stable.Plus(2.9), stable, metric);
        var more = JudgeAsReference(stable.Plus(6), stable, metric);
        var most = JudgeAsReference(stable.Plus(9), stable, metric);

        Assert.Equal(IntervalLabel.Pass, half.Label);
        Assert.Equal((IntervalLabel.Pass, false), (less.Label, less.IsCritical));
        Assert.Equal((IntervalLabel.High, false), (more.Label, more.IsCritical));
        Assert.Equal((IntervalLabel.High, true), (most.Label, most.IsCritical));
    }

    [Fact]
    public void An_undefined_ratio_limits_nothing()
    {
        var judgement = JudgeAsReference(With(10, 0, 9, 1), Of(10, 0), Metric with { IsCritical = true });

        Assert.Null(judgement.Effect);
        Assert.Equal((IntervalLabel.High, true), (judgement.Label, judgement.IsCritical));
    }

    [Fact]
    public void The_common_language_effect_is_the_share_of_higher_pairs()
    {
        var metric = Metric with { Effect = EffectLimits.CommonLanguage };

        Assert.Equal(1.0, JudgeAsReference([11, 12, 13], [1, 2, 3], metric).Effect);
        Assert.Equal(0.5 / 9, JudgeAsReference([1, 1.5, 2], [2, 3, 4], metric).Effect!.Value, 1e-12);
    }
}
