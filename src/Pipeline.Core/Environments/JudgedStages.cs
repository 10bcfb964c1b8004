using Pipeline.Core.Analysis.Verdicts;

namespace Pipeline.Core.Environments;

/// <summary>The rules that an environment's stages are judged by.</summary>
public static class JudgedStages
{
    /// <summary>The rules of one stage, by its index; all stages of the canary share its rate of false alarms.</summary>
    public static StageRules RulesOf(this DeliveryEnvironment environment, RolloutStrategy.Canary canary, int stage)
    {
        var judged = canary.Stages[stage];
        return new StageRules
        {
            Metrics = judged.Criteria.IsEmpty ? environment.Metrics : judged.Criteria,
            MaximumDuration = judged.MaximumDuration,
            JudgedStages = canary.Stages.Length,
        };
    }
}
