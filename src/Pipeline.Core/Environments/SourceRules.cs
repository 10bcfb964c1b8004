using Pipeline.Core.Analysis;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;

namespace Pipeline.Core.Environments;

/// <summary>What the sources of an environment's metrics must satisfy.</summary>
internal static class SourceRules
{
    /// <summary>Everything that keeps the sources from being asked, each with key and rule; empty for good ones.</summary>
    public static IEnumerable<string> Problems(DeliveryEnvironment environment)
    {
        foreach (var (key, address) in Addresses(environment).Where(entry => !IsHttp(entry.Address)))
            yield return $"{key} is '{address}': expected an absolute http or https address";
        if (environment.Prometheus is { Address: { IsAbsoluteUri: true, UserInfo.Length: > 0 } })
            yield return "Prometheus.Address has a user in it: logins belong in Prometheus.Login";
        if (environment.Prometheus?.Login is { SecretVariable: "" })
            yield return "Prometheus.Login.SecretVariable is empty: it names the environment variable with the secret";

        // A canary judges its metrics and checks them with its stages; the others would only find out when they become one.
        if (environment.Strategy is not RolloutStrategy.Canary canary)
        {
            foreach (var problem in environment.Metrics.SelectMany(metric => metric.Problems()))
                yield return $"Metrics: {problem}";
            yield break;
        }

        foreach (var stage in canary.Stages.IsDefault ? [] : canary.Stages)
        foreach (var metric in stage.Criteria.IsEmpty ? environment.Metrics : stage.Criteria)
        foreach (var problem in Problems(environment, stage, metric.Source))
            yield return $"Metrics: {metric.Name}.Source {problem}";
    }

    private static IEnumerable<string> Problems(DeliveryEnvironment environment, CanaryStage stage, MetricSource source)
    {
        if (source is MetricSource.Gateway && environment.GatewayMetrics is null)
            yield return "is the gateway, but GatewayMetrics is missing: it is the address of the gateway's metrics";
        if (source is MetricSource.Prometheus && environment.Prometheus is null)
            yield return "is Prometheus, but the environment's Prometheus is missing: it has the address";
        if (source is MetricSource.Prometheus { Window: var window } && window >= stage.MaximumDuration)
            yield return $"Window is {RateText.InSeconds(window)}: it must be shorter than the stage of weight {stage.Weight}, "
                + RateText.InSeconds(stage.MaximumDuration);
    }

    private static IEnumerable<(string Key, Uri Address)> Addresses(DeliveryEnvironment environment)
    {
        if (environment.GatewayMetrics is { } gateway)
            yield return ("GatewayMetrics", gateway);
        if (environment.Prometheus is { } prometheus)
            yield return ("Prometheus.Address", prometheus.Address);
    }

    private static bool IsHttp(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
