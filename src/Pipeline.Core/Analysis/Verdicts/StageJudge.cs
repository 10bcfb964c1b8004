using System.Collections.Immutable;
using Pipeline.Core.Analysis.Metrics;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>Decides whether a stage goes on, ends well or ends badly.</summary>
public static class StageJudge
{
    /// <summary>The verdict on what a stage has seen so far; valid however often it is asked for.</summary>
    /// <param name="rules">By what the stage is judged.</param>
    /// <param name="evidence">What it has seen.</param>
    /// <param name="elapsed">How long the stage has lasted.</param>
    /// <exception cref="ArgumentException">The rules have problems.</exception>
    public static Verdict Judge(StageRules rules, StageEvidence evidence, TimeSpan elapsed)
    {
        if (rules.Problems().ToList() is [_, ..] problems)
            throw new ArgumentException(string.Join("; ", problems), nameof(rules));

        var judgements = rules
            .Metrics.Select(metric => new MetricJudge(metric, rules, evidence, elapsed).Judge())
            .ToImmutableArray();
        var critical = judgements.Where(judgement => judgement.Criticality == Criticality.Critical).ToList();
        var requests = evidence.Canary.Requests;

        if (evidence.Health.Restarts > rules.AllowedRestarts)
            return FailForRestarts(rules, evidence, judgements);
        if (critical.Find(judgement => judgement.Outcome == JudgementOutcome.Failed) is { } failed)
            return Fail(failed, judgements);

        var open =
            critical.Find(judgement => judgement.Outcome == JudgementOutcome.GivenUp)
            ?? critical.Find(judgement => judgement.Outcome == JudgementOutcome.Undecided);
        var holding = (open?.Sentence, evidence.Health.NotReady) switch
        {
            ({ } sentence, _) => sentence,
            (null, > 0 and var pods) => $"{pods} pods of the new version are not ready",
            _ => null,
        };
        if (holding is null)
            return new Verdict.Pass
            {
                Sentence = string.Join("; ", critical.Select(judgement => judgement.Sentence)),
                Judgements = judgements,
            };

        return open?.Outcome == JudgementOutcome.GivenUp || elapsed >= rules.MaximumDuration
            ? new Verdict.NotProved(requests)
            {
                Sentence = $"not enough evidence after {RateText.InSeconds(elapsed)}: {holding}",
                Judgements = judgements,
            }
            : new Verdict.Continue(requests) { Sentence = $"held: {holding}", Judgements = judgements };
    }

    private static Verdict.Fail Fail(Judgement failed, ImmutableArray<Judgement> judgements)
    {
        // A version may fail by comparison alone: then it is the success criterion that it is over.
        var observed = failed.OverTrigger.Suffices ? failed.Trigger : failed.Criterion;
        return new Verdict.Fail
        {
            Sentence = failed.Sentence,
            Judgements = judgements,
            Metric = failed.Metric,
            Value = observed.Rate,
            Limit = failed.OverTrigger.Suffices ? failed.TriggerLimit : failed.CriterionLimit,
            Requests = observed.Total,
        };
    }

    private static Verdict.Fail FailForRestarts(
        StageRules rules,
        StageEvidence evidence,
        ImmutableArray<Judgement> judgements
    ) =>
        new()
        {
            Sentence =
                $"containers of the new version restarted {evidence.Health.Restarts} times, {rules.AllowedRestarts} are allowed",
            Judgements = judgements,
            Metric = "pods",
            Value = evidence.Health.Restarts,
            Limit = rules.AllowedRestarts,
            Requests = evidence.Canary.Requests,
        };
}
