using System.Collections.Immutable;

namespace Pipeline.Core.Environments;

/// <summary>What the strategy of an environment must satisfy.</summary>
internal static class StrategyRules
{
    public static IEnumerable<string> Problems(DeliveryEnvironment environment) =>
        environment.Strategy switch
        {
            RolloutStrategy.Rolling rolling => Problems(rolling).Select(problem => $"Rolling.{problem}"),
            RolloutStrategy.BlueGreen blueGreen => Problems(blueGreen).Select(problem => $"BlueGreen.{problem}"),
            RolloutStrategy.Canary canary => Problems(environment, canary),
            _ => [],
        };

    private static IEnumerable<string> Problems(RolloutStrategy.Rolling rolling)
    {
        foreach (
            var (key, quantity) in new[]
            {
                (nameof(rolling.MaxUnavailable), rolling.MaxUnavailable),
                (nameof(rolling.MaxSurge), rolling.MaxSurge),
            }
        )
        {
            if (quantity.Pods < 0)
                yield return $"{key} is {quantity}: a number of pods is not negative";
            if (quantity.Share is { } share && share.Value % 1 != 0)
                yield return $"{key} is {share}: a Deployment has whole percents";
        }

        if (rolling.MaxSurge.IsZero && rolling.MaxUnavailable.IsZero)
            yield return $"MaxSurge is {rolling.MaxSurge} and MaxUnavailable is {rolling.MaxUnavailable}: one of them must be above 0";
    }

    private static IEnumerable<string> Problems(RolloutStrategy.BlueGreen blueGreen)
    {
        if (blueGreen.Standby < TimeSpan.Zero)
            yield return $"Standby is {blueGreen.Standby}: it must not be negative";
        foreach (var path in blueGreen.PreviewChecks.Where(path => !DefinitionRules.IsPath(path)))
            yield return $"PreviewChecks has '{path}': a path begins with a slash";
    }

    private static IEnumerable<string> Problems(DeliveryEnvironment environment, RolloutStrategy.Canary canary)
    {
        if (canary.Standby < TimeSpan.Zero)
            yield return $"Canary.Standby is {canary.Standby}: it must not be negative";
        if (canary.Stages.IsDefaultOrEmpty)
        {
            yield return "Canary.Stages is empty: a canary has at least one stage";
            yield break;
        }

        foreach (var problem in WeightProblems(canary.Stages))
            yield return $"Canary.Stages{problem}";
        foreach (var (i, stage) in canary.Stages.Index())
        {
            if (stage.MaximumDuration <= TimeSpan.Zero)
                yield return $"Canary.Stages[{i}].MaximumDuration is {stage.MaximumDuration}: it must be positive";
            if (stage.MinimumSamples < 0)
                yield return $"Canary.Stages[{i}].MinimumSamples is {stage.MinimumSamples}: it must not be negative";
        }

        foreach (var problem in CriteriaProblems(environment, canary))
            yield return problem;
    }

    private static IEnumerable<string> WeightProblems(ImmutableArray<CanaryStage> stages)
    {
        if (stages[0].Weight == Percent.Zero)
            yield return "[0].Weight is 0: the first weight must be above 0";
        for (var i = 1; i < stages.Length; i++)
        {
            // A falling weight is a rollback; a schedule only ever moves towards the new version.
            if (stages[i].Weight <= stages[i - 1].Weight)
                yield return $"[{i}].Weight is {stages[i].Weight.Value}: weights must rise; {stages[i].Weight.Value} follows {stages[i - 1].Weight.Value}";
        }

        if (stages[^1].Weight != Percent.Full)
            yield return $"[{stages.Length - 1}].Weight is {stages[^1].Weight.Value}: the last weight must be 100";
        foreach (var (i, stage) in stages.Index().Where(each => each.Item.Weight.Value % 1 != 0))
            yield return $"[{i}].Weight is {stage.Weight.Value}: weights are whole percents, as a route carries them";
    }

    // Metrics that several stages share are reported once.
    private static IEnumerable<string> CriteriaProblems(
        DeliveryEnvironment environment,
        RolloutStrategy.Canary canary
    ) =>
        canary
            .Stages.Index()
            .SelectMany(stage =>
                environment
                    .RulesOf(canary, stage.Index)
                    .Problems()
                    .Where(problem => !problem.StartsWith("MaximumDuration", StringComparison.Ordinal))
                    .Select(problem =>
                        stage.Item.Criteria.IsEmpty
                            ? $"Metrics: {problem}"
                            : $"Canary.Stages[{stage.Index}].Criteria: {problem}"
                    )
            )
            .Distinct();
}
