using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sequential;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>Judges one metric of a stage.</summary>
internal sealed class MetricJudge(MetricDefinition metric, StageRules rules, StageEvidence evidence, TimeSpan elapsed)
{
    private static readonly Proportion Nothing = new(0, 0);

    private readonly MetricKind kind = metric.Kind;
    private readonly CountedEvidence seen = evidence.Of(metric);
    private readonly double beta = rules.FalsePasses.Fraction;

    public Judgement Judge() =>
        kind.Read(seen.Canary) switch
        {
            MetricReading.Counted counted => Judge(counted),
            // Before the first answer nothing is missing.
            MetricReading.NoData when seen is MetricEvidence { Asked: false } => Wait(
                Measure(Nothing),
                $"{metric.Name} was not asked yet"
            ),
            MetricReading.NoData when seen is MetricEvidence { Points.IsEmpty: false, Gap: null } => Measure(
                Nothing
            ) with
            {
                Outcome = JudgementOutcome.Passed,
                Sentence = $"{metric.Name}: all traffic is the new version's, nothing is left to compare with",
            },
            MetricReading.NoData gap => JudgeGap(Measure(Nothing), seen.Gap?.Detail ?? gap.Detail),
            _ => throw new InvalidOperationException("a metric's reading is either counted or without data"),
        };

    private Judgement Judge(MetricReading.Counted counted)
    {
        var (criterion, trigger) = (counted.Criterion, counted.Trigger);
        var judgement = Measure(trigger) with { Criterion = criterion };
        if (judgement.OverTrigger.Suffices)
            return judgement with
            {
                Outcome = JudgementOutcome.Failed,
                Sentence =
                    $"{kind.DescribeTrigger(metric.Name, trigger)} exceeds the rollback trigger {RateText.Of(kind.TriggerLimit)}",
            };

        var observed = kind.DescribeCriterion(metric.Name, criterion);
        var meets = kind.MeetsCriterion(criterion);
        if (judgement.WorseThanStable is { Suffices: true } && !meets)
            return judgement with
            {
                Outcome = JudgementOutcome.Failed,
                Sentence =
                    $"{observed} is proved worse than the stable track and misses the success criterion, {kind.Criterion}",
            };

        if (seen.Gap is { } gap)
            return JudgeGap(judgement, gap.Detail);
        if (trigger.Total < Minimum)
            return Wait(judgement, $"{metric.Name} has {trigger.Total} of the {Minimum} {kind.Unit} that it waits for");

        var bound = kind.DescribeBound(judgement.UpperBound);
        return meets && judgement.UnderTrigger.Suffices
            ? judgement with
            {
                Outcome = JudgementOutcome.Passed,
                Sentence = $"{observed} meets the success criterion, {kind.Criterion}; {bound}",
            }
            : judgement with
            {
                Sentence =
                    $"{observed} decides nothing before about {SampleNeed.Of(metric, judgement, beta)} {kind.Unit}; {bound}",
            };
    }

    private long Minimum => metric.NoData is NoDataPolicy.WaitForSamples wait ? wait.Minimum : 0;

    // The judgement as far as numbers go; outcome and sentence are still open.
    private Judgement Measure(Proportion trigger) =>
        new()
        {
            Metric = metric.Name,
            Criticality = metric.Criticality,
            Outcome = JudgementOutcome.Undecided,
            Rule = metric.Rule(),
            Sentence = "",
            Criterion = trigger,
            CriterionLimit = kind.CriterionLimit,
            Trigger = trigger,
            TriggerLimit = kind.TriggerLimit,
            UpperBound = Math.Round(ProportionTest.UpperBound(trigger, beta), 6),
            LowerBound = Math.Round(ProportionTest.LowerBound(trigger, rules.TriggerAlpha), 6),
            OverTrigger = EvidenceValue.Of(
                ProportionTest.LogEvidenceAbove(trigger, kind.TriggerLimit),
                rules.TriggerAlpha
            ),
            UnderTrigger = EvidenceValue.Of(ProportionTest.LogEvidenceBelow(trigger, kind.TriggerLimit), beta),
            WorseThanStable = CompareWithStable(),
        };

    private EvidenceValue? CompareWithStable() =>
        metric.ComparedWithStable && kind.LogWorse(seen.Totals.Comparison) is { } log
            ? EvidenceValue.Of(log, rules.ComparisonAlpha)
            : null;

    private Judgement JudgeGap(Judgement judgement, string detail) =>
        metric.NoData switch
        {
            NoDataPolicy.Fail => judgement with
            {
                Outcome = JudgementOutcome.Failed,
                Sentence = $"{metric.Name} has no data ({detail}), which fails it by its definition",
            },
            NoDataPolicy.Pass when judgement.Trigger.Total == 0 => judgement with
            {
                Outcome = JudgementOutcome.Passed,
                Sentence = $"{metric.Name} has no data ({detail}), which passes it by its definition",
            },
            _ => Wait(judgement, $"{metric.Name} has no data ({detail})"),
        };

    private Judgement Wait(Judgement judgement, string sentence) =>
        metric.NoData is NoDataPolicy.WaitForSamples wait
        && elapsed >= wait.Deadline
        && judgement.Trigger.Total < wait.Minimum
            ? judgement with
            {
                Outcome = JudgementOutcome.GivenUp,
                Sentence = $"{sentence} and its deadline of {RateText.InSeconds(wait.Deadline)} has passed",
            }
            : judgement with
            {
                Sentence = sentence,
            };
}
