using Pipeline.Core.Analysis.Verdicts;

namespace Pipeline.Core.Environments;

/// <summary>The rules that an environment's stages are judged by.</summary>
public static class JudgedStages
{
    /// <summary>The rules of one stage; all stages of the canary share its rate of false alarms.</summary>
    public static StageRules RulesOf(
        this DeliveryEnvironment environment,
        RolloutStrategy.Canary canary,
        TimeSpan maximumDuration
    ) =>
        new()
        {
            Metrics = environment.Metrics,
            MaximumDuration = maximumDuration,
            JudgedStages = canary.Stages.Length,
        };
}
