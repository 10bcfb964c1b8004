using System.Globalization;
using MathNet.Numerics.Distributions;
using Pipeline.Core.Analysis.Intervals.Ranks;
using Pipeline.Core.Analysis.Metrics;

namespace Pipeline.Core.Analysis.Intervals;

/// <summary>What both ways of comparing two series have in common.</summary>
internal sealed class Comparison(IntervalRules rules, IntervalMetric metric, SeriesPair series)
{
    private readonly SeriesSummary canary = SeriesSummary.Of(series.Canary);
    private readonly SeriesSummary stable = SeriesSummary.Of(series.Stable);

    public RankSum Ranks { get; } = new(series.Canary, series.Stable);

    /// <summary>The ratio of the means; null where it says nothing.</summary>
    public double? MeanRatio() =>
        rules.Mode == IntervalMode.Sound && (canary.Minimum < 0 || stable.Minimum < 0) ? null
        : canary.Mean == 0 || stable.Mean == 0 ? null
        : canary.Mean / stable.Mean;

    /// <summary>The size of the change in the measure of the metric.</summary>
    public double? Effect() =>
        metric.Effect.Measure == EffectMeasure.CommonLanguage ? Ranks.CommonLanguageEffect : MeanRatio();

    /// <summary>The label, if the metric's direction and limits let it count; else a pass.</summary>
    public IntervalLabel Counts(IntervalLabel label, double? effect) =>
        (label, metric.WorseWhen) switch
        {
            (IntervalLabel.High, Direction.LowerIsWorse) or (IntervalLabel.Low, Direction.HigherIsWorse) =>
                IntervalLabel.Pass,
            _ => metric.Effect.Allows(label, effect) ? label : IntervalLabel.Pass,
        };

    /// <summary>Judges by the confidence interval of the shift.</summary>
    /// <param name="interval">The interval.</param>
    /// <param name="effect">The size of the change.</param>
    /// <param name="ratio">The ratio of the means.</param>
    /// <param name="leastDistance">How far beyond its limit the interval must at least be.</param>
    public IntervalJudgement Conclude(ShiftInterval interval, double? effect, double? ratio, double leastDistance)
    {
        var limit = rules.Tolerance * Math.Abs(interval.Estimate);
        var label =
            interval.Lower - limit > leastDistance ? IntervalLabel.High
            : -limit - interval.Upper > leastDistance ? IntervalLabel.Low
            : IntervalLabel.Pass;
        var counted = Counts(label, effect);
        var standardized = Ranks.Standardized(0);
        return Conclude(
            counted,
            metric.IsCritical && metric.Effect.IsCritical(counted, effect),
            Describe(interval, label, counted, effect)
        ) with
        {
            Statistic = Ranks.Statistic,
            PValue = double.IsNaN(standardized) ? null : 2 * Normal.CDF(0, 1, -Math.Abs(standardized)),
            Interval = interval,
            Effect = effect,
            MeanRatio = ratio,
        };
    }

    /// <summary>A judgement that no interval was needed for.</summary>
    public IntervalJudgement Conclude(IntervalLabel label, bool isCritical, string reason) =>
        new()
        {
            Metric = metric.Name,
            Groups = metric.Groups,
            IsMuted = metric.IsMuted,
            Label = label,
            IsCritical = isCritical,
            Reason = $"{metric.Name}: {reason}",
            Canary = canary,
            Stable = stable,
        };

    private string Describe(ShiftInterval interval, IntervalLabel label, IntervalLabel counted, double? effect)
    {
        var shift = string.Create(
            CultureInfo.InvariantCulture,
            $"{interval.Estimate:G4} ({rules.Confidence * 100:0.##} % sure of {interval.Lower:G4} to {interval.Upper:G4})"
        );
        var measured = effect is { } size
            ? string.Create(
                CultureInfo.InvariantCulture,
                $", {(metric.Effect.Measure == EffectMeasure.MeanRatio ? "ratio of the means" : "share of higher pairs")} {size:0.###}"
            )
            : "";
        return (label, counted) switch
        {
            (IntervalLabel.Pass, _) => $"no shift that counts: {shift}{measured}",
            (_, IntervalLabel.Pass) => $"a shift of {shift}, which its definition allows{measured}",
            (IntervalLabel.High, _) => $"higher by {shift}{measured}",
            _ => $"lower by {shift}{measured}",
        };
    }
}
