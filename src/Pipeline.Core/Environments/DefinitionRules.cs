using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.Core.Environments;

/// <summary>What a definition must satisfy before anything runs.</summary>
public static partial class DefinitionRules
{
    /// <summary>Everything that keeps the definition from being used, each with environment, key and rule; empty for a good one.</summary>
    public static IEnumerable<string> Problems(this ServiceDefinition service)
    {
        if (!DnsLabel().IsMatch(service.Name))
            yield return $"Name is '{service.Name}': a service name has lower-case letters, digits and dashes";
        if (service.Port is < 1 or > 65535)
            yield return $"Port is {service.Port}: a port lies between 1 and 65535";
        if (service.Environments.IsDefaultOrEmpty)
            yield return "Environments is empty: a service needs at least one environment";

        foreach (
            var repeated in service
                .Environments.GroupBy(environment => environment.Name)
                .Where(group => group.Count() > 1)
        )
            yield return $"Environments has '{repeated.Key}' {repeated.Count()} times: names are unique";
        foreach (var environment in service.Environments)
        foreach (var problem in Problems(environment))
            yield return $"{environment.Name}.{problem}";
    }

    private static IEnumerable<string> Problems(DeliveryEnvironment environment)
    {
        if (!DnsLabel().IsMatch(environment.Name))
            yield return $"Name is '{environment.Name}': an environment's name is also its namespace, a DNS label";
        if (environment.Replicas < 1)
            yield return $"Replicas is {environment.Replicas}: an environment runs at least 1 pod";
        if (environment.ReadinessDeadline <= TimeSpan.Zero)
            yield return $"ReadinessDeadline is {environment.ReadinessDeadline}: it must be positive";
        if (environment.Traffic is { RequestsPerSecond: < 1 } traffic)
            yield return $"Traffic.RequestsPerSecond is {traffic.RequestsPerSecond}: it must be at least 1";
        foreach (var problem in Problems(environment.Strategy))
            yield return problem;
        if (environment.Strategy is RolloutStrategy.Canary { Stages: [var first, ..] } canary)
        {
            foreach (var problem in environment.RulesOf(canary, first.MaximumDuration).Problems())
                yield return $"Metrics: {problem}";
        }
    }

    private static IEnumerable<string> Problems(RolloutStrategy strategy) =>
        strategy switch
        {
            RolloutStrategy.Rolling { MaxSurge.Value: 0, MaxUnavailable.Value: 0 } =>
            [
                "Rolling has MaxSurge 0 % and MaxUnavailable 0 %: one of them must be above 0",
            ],
            RolloutStrategy.Canary canary => Problems(canary.Stages).Select(problem => $"Canary.Stages {problem}"),
            _ => [],
        };

    private static IEnumerable<string> Problems(ImmutableArray<CanaryStage> stages)
    {
        if (stages.IsDefaultOrEmpty)
        {
            yield return "is empty: a canary has at least one stage";
            yield break;
        }

        var weights = string.Join(", ", stages.Select(stage => stage.Weight.Value));
        if (stages[0].Weight == Percent.Zero)
            yield return $"are {weights}: the first weight must be above 0";
        for (var i = 1; i < stages.Length; i++)
        {
            // A falling weight is a rollback; a schedule only ever moves towards the new version.
            if (stages[i].Weight <= stages[i - 1].Weight)
                yield return $"are {weights}: weights must rise; {stages[i].Weight.Value} follows {stages[i - 1].Weight.Value}";
        }

        if (stages[^1].Weight != Percent.Full)
            yield return $"are {weights}: the last weight must be 100";
        if (stages.Any(stage => stage.Weight.Value % 1 != 0))
            yield return $"are {weights}: weights are whole percents, as a route carries them";
        if (stages.Any(stage => stage.MaximumDuration <= TimeSpan.Zero))
            yield return "have a MaximumDuration that is not positive";
    }

    [GeneratedRegex("^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$")]
    private static partial Regex DnsLabel();
}
