using Pipeline.Core.Analysis.Intervals.Ranks;

namespace Pipeline.Core.Analysis.Intervals;

/// <summary>Compares two series without the reference's defects.</summary>
internal sealed class SoundComparison(IntervalRules rules, IntervalMetric metric, SeriesPair series)
{
    // Far above what rounding does to a point in another unit, far below what anyone measures.
    private const double Negligible = 1e-9;

    private readonly Comparison comparison = new(rules, metric, series);

    public IntervalJudgement Judge()
    {
        var fewest = Math.Min(series.Canary.Length, series.Stable.Length);
        if (series.IsEmpty)
            return metric.MustHaveData
                ? comparison.Conclude(IntervalLabel.NoDataFailure, metric.IsCritical, "no point, but data is demanded")
                : comparison.Conclude(IntervalLabel.NoData, false, "no point");
        if (!series.IsFinite)
            return comparison.Conclude(IntervalLabel.Error, metric.IsCritical, "a point is infinite");
        if (fewest < rules.MinimumPoints)
            return comparison.Conclude(
                IntervalLabel.Held,
                false,
                $"{fewest} points on a side say nothing: it takes {rules.MinimumPoints}"
            );
        if (series.HaveOneValue)
            return comparison.Conclude(IntervalLabel.Pass, false, "all points are alike");

        var effect = comparison.Effect();
        var judgement = SparseTest.Of(series.Canary, series.Stable) is { } sparse
            ? JudgeSparse(sparse, effect)
            : JudgeShift(effect);
        return WithSpread(judgement);
    }

    private IntervalJudgement JudgeShift(double? effect) =>
        ExactInterval.Of(series.Canary, series.Stable, rules.Confidence) is { } interval
            ? comparison.Conclude(interval, effect, comparison.MeanRatio(), Negligible * series.Scale)
            : comparison.Conclude(
                IntervalLabel.Held,
                false,
                $"{series.Canary.Length} and {series.Stable.Length} points cannot give {RateText.Of(rules.Confidence)} confidence"
            );

    private IntervalJudgement JudgeSparse(SparseTest test, double? effect)
    {
        var significance = (1 - rules.Confidence) / 2;
        var label =
            test.Higher <= significance ? IntervalLabel.High
            : test.Lower <= significance ? IntervalLabel.Low
            : IntervalLabel.Pass;
        var counted = comparison.Counts(label, effect);
        var chance = Math.Min(test.Higher, test.Lower);
        return comparison.Conclude(
            counted,
            metric.IsCritical && metric.Effect.IsCritical(counted, effect),
            FormattableString.Invariant(
                $"{test.CanaryOff} of {series.Canary.Length} points differ from the usual {test.Usual:0.######}, of the stable version's {test.StableOff} of {series.Stable.Length}: probability {chance:0.######} between equal versions"
            )
        ) with
        {
            PValue = chance,
            Effect = effect,
            MeanRatio = comparison.MeanRatio(),
            Statistic = comparison.Ranks.Statistic,
        };
    }

    private IntervalJudgement WithSpread(IntervalJudgement judgement)
    {
        if (
            judgement.Label == IntervalLabel.Held
            || SpreadTest.Of(series.Canary, series.Stable) is not { } change
            || change.PValue > 1 - rules.Confidence
        )
            return judgement;

        var times = change.Ratio is { } ratio
            ? FormattableString.Invariant($"{ratio:0.##} times as much as before")
            : "which they did not before";
        return judgement with { Spread = change, Reason = $"{judgement.Reason}; the points scatter {times}" };
    }
}
