namespace Pipeline.Core.Analysis.Verdicts.Journals;

/// <summary>Judges recorded evidence again.</summary>
public static class Replay
{
    // Another platform's logarithm may differ in the last bit; what is rounded then differs by one of these.
    private const double Precision = 2e-6;

    /// <summary>Where this program's verdict on a recorded look is another one than the recorded; empty when it agrees.</summary>
    public static IEnumerable<string> Differences(StageRecord record)
    {
        var (then, now) = (record.Verdict, record.Rejudge());
        if (then.GetType() != now.GetType())
            yield return $"recorded '{then.Sentence}', judged again '{now.Sentence}'";
        if (then is Verdict.Fail thenFail && now is Verdict.Fail nowFail && !IsSame(thenFail, nowFail))
            yield return $"recorded as failed by {thenFail.Metric} ({thenFail.Value}, limit {thenFail.Limit}, {thenFail.Requests} requests), judged again by {nowFail.Metric} ({nowFail.Value}, limit {nowFail.Limit}, {nowFail.Requests} requests)";
        if (then.Judgements.Length != now.Judgements.Length)
            yield return $"recorded {then.Judgements.Length} metrics, judged again {now.Judgements.Length}";
        foreach (var (recorded, again) in then.Judgements.Zip(now.Judgements))
        foreach (var difference in Differences(recorded, again))
            yield return $"{recorded.Metric}: {difference}";
    }

    // Sentences are left out: a later version may word them better.
    private static IEnumerable<string> Differences(Judgement then, Judgement now) =>
        new (string What, object? Then, object? Now)[]
        {
            ("metric", then.Metric, now.Metric),
            ("criticality", then.Criticality, now.Criticality),
            ("outcome", then.Outcome, now.Outcome),
            ("observed share for the criterion", then.Criterion, now.Criterion),
            ("success criterion", then.CriterionLimit, now.CriterionLimit),
            ("observed share for the trigger", then.Trigger, now.Trigger),
            ("rollback trigger", then.TriggerLimit, now.TriggerLimit),
            ("upper bound", then.UpperBound, now.UpperBound),
            ("lower bound", then.LowerBound, now.LowerBound),
            ("evidence over the trigger", then.OverTrigger.Log, now.OverTrigger.Log),
            ("evidence under the trigger", then.UnderTrigger.Log, now.UnderTrigger.Log),
            ("evidence that it is worse", then.WorseThanStable?.Log, now.WorseThanStable?.Log),
        }
            .Where(number => !IsSame(number.Then, number.Now))
            .Select(number => $"{number.What} was {number.Then ?? "none"}, is {number.Now ?? "none"}");

    private static bool IsSame(Verdict.Fail then, Verdict.Fail now) =>
        then.Metric == now.Metric && IsSame(then.Value, now.Value) && IsSame(then.Limit, now.Limit);

    private static bool IsSame(object? then, object? now) =>
        then is double a && now is double b ? Math.Abs(a - b) <= Precision : Equals(then, now);
}
