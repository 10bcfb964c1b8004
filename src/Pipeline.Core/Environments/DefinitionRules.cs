using System.Text.RegularExpressions;

namespace Pipeline.Core.Environments;

/// <summary>What a definition must satisfy before anything runs.</summary>
public static partial class DefinitionRules
{
    /// <summary>Everything that keeps the definition from being used, each with environment, key, value and rule; empty for a good one.</summary>
    public static IEnumerable<string> Problems(this ServiceDefinition service)
    {
        if (!DnsLabel().IsMatch(service.Name))
            yield return $"Name is '{service.Name}': a service name has lower-case letters, digits and dashes";
        if (service.Port is < 1 or > 65535)
            yield return $"Port is {service.Port}: a port lies between 1 and 65535";
        if (!IsPath(service.TrafficRoute))
            yield return $"TrafficRoute is '{service.TrafficRoute}': a route begins with a slash";
        if (service.Environments.IsDefaultOrEmpty)
        {
            yield return "Environments is empty: a service needs at least one environment";
            yield break;
        }

        foreach (
            var repeated in service
                .Environments.GroupBy(environment => environment.Name)
                .Where(group => group.Count() > 1)
        )
            yield return $"Environments has '{repeated.Key}' {repeated.Count()} times: names are unique";
        foreach (var problem in EvidenceRules.Problems(service))
            yield return problem;
        foreach (var environment in service.Environments)
        foreach (var problem in Problems(environment))
            yield return $"{environment.Name}.{problem}";
    }

    /// <summary>Whether a text is the path of a request.</summary>
    internal static bool IsPath(string text) => text.StartsWith('/') && !text.Any(char.IsWhiteSpace);

    private static IEnumerable<string> Problems(DeliveryEnvironment environment)
    {
        if (!DnsLabel().IsMatch(environment.Name))
            yield return $"Name is '{environment.Name}': an environment's name is also its namespace, a DNS label";
        if (environment.Replicas < 1)
            yield return $"Replicas is {environment.Replicas}: an environment runs at least 1 pod";
        if (environment.ReadinessDeadline <= TimeSpan.Zero)
            yield return $"ReadinessDeadline is {environment.ReadinessDeadline}: it must be positive";
        if (environment.TerminationGrace < TimeSpan.Zero)
            yield return $"TerminationGrace is {environment.TerminationGrace}: it must not be negative";
        if (!Quantity().IsMatch(environment.Resources.Cpu))
            yield return $"Resources.Cpu is '{environment.Resources.Cpu}': expected a quantity such as 250m";
        if (!Quantity().IsMatch(environment.Resources.Memory))
            yield return $"Resources.Memory is '{environment.Resources.Memory}': expected a quantity such as 256Mi";
        foreach (var key in environment.Configuration.Keys.Where(key => !Variable().IsMatch(key)))
            yield return $"Configuration has '{key}': an environment variable has letters, digits and underscores";
        if (environment.Traffic is { RequestsPerSecond: < 1 } traffic)
            yield return $"Traffic.RequestsPerSecond is {traffic.RequestsPerSecond}: it must be at least 1";
        foreach (var problem in StrategyRules.Problems(environment).Concat(RoutingRules.Problems(environment)))
            yield return problem;
        foreach (var problem in SourceRules.Problems(environment).Distinct())
            yield return problem;
    }

    [GeneratedRegex("^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$")]
    private static partial Regex DnsLabel();

    // https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/, without signs and exponents.
    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$")]
    private static partial Regex Quantity();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Variable();
}
