using Pipeline.Core.Analysis.Intervals.Ranks;

namespace Pipeline.Core.Analysis.Intervals;

/// <summary>Compares two series as the reference judge does, defects included.</summary>
internal sealed class ReferenceComparison(IntervalRules rules, IntervalMetric metric, SeriesPair series)
{
    private readonly Comparison comparison = new(rules, metric, series);

    public IntervalJudgement Judge()
    {
        if (series.IsEmpty)
            return JudgeEmpty();
        if (!series.IsFinite)
            return comparison.Conclude(IntervalLabel.Error, false, "a point is infinite");
        if (series.AreIdentical)
            return comparison.Conclude(IntervalLabel.Pass, false, "both versions have the same points");
        if (series.HaveOneValue)
            return comparison.Conclude(IntervalLabel.Pass, false, "all points are alike");

        var effect = comparison.Effect();
        return Interval() is { } interval
            ? comparison.Conclude(interval, effect, comparison.MeanRatio(), leastDistance: 0)
            : comparison.Conclude(IntervalLabel.Error, false, "all points are tied") with
            {
                MeanRatio = comparison.MeanRatio(),
            };
    }

    private IntervalJudgement JudgeEmpty() =>
        metric switch
        {
            { Missing: MissingValues.Zero } => comparison.Conclude(IntervalLabel.Pass, false, "no point, which passes"),
            { MustHaveData: true, IsCritical: false } => comparison.Conclude(
                IntervalLabel.NoDataFailure,
                false,
                "no point, but data is demanded"
            ),
            _ => comparison.Conclude(IntervalLabel.NoData, metric.IsCritical, "no point"),
        };

    // The reference adds noise of a hundred-thousandth to points without any scatter; this is what it scatters around.
    private ShiftInterval? Interval()
    {
        if (series is not { AreConstant: true } || series.Canary.Length + series.Stable.Length == 2)
            return ReferenceInterval.Of(series.Canary, series.Stable, rules.Confidence);

        var shift = series.Canary[0] - series.Stable[0];
        return new ShiftInterval(shift, shift, shift);
    }
}
