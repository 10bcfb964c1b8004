using Pipeline.Core.Analysis.Verdicts;

namespace Pipeline.Core.Rollouts;

/// <summary>What a look at a stage means to the rollout.</summary>
public static class StageObservation
{
    /// <summary>The judgement that a stage's record, its share check and its plan give together.</summary>
    /// <param name="record">What was seen, and the verdict on it.</param>
    /// <param name="share">Whether the traffic is split as the route says; null where that cannot be checked.</param>
    /// <param name="stage">The stage.</param>
    public static RolloutObservation.Judged Of(StageRecord record, ShareVerdict? share, PlannedStage stage)
    {
        var verdict = record.Verdict;
        var samples = record.Evidence.Canary.Requests;
        return verdict switch
        {
            Verdict.Fail => new RolloutObservation.Judged(RolloutOutcome.RolledBack, verdict.Sentence),
            Verdict.NotProved => new RolloutObservation.Judged(RolloutOutcome.NotProved, verdict.Sentence),
            Verdict.Pass when samples < stage.MinimumSamples => new RolloutObservation.Judged(
                null,
                $"held: {samples} of at least {stage.MinimumSamples} requests"
            ),
            // The traffic must have moved as the route says before the next step relies on it.
            Verdict.Pass when share is not (null or ShareVerdict.Matches) => new RolloutObservation.Judged(
                null,
                $"held: {share.Sentence}"
            ),
            Verdict.Pass => new RolloutObservation.Judged(RolloutOutcome.Promoted, verdict.Sentence),
            _ => new RolloutObservation.Judged(null, verdict.Sentence),
        };
    }
}
