using System.Globalization;
using Pipeline.Core.Rollouts;
using Pipeline.Core.Rollouts.Simulation;

namespace Pipeline.Kubernetes.Simulation;

/// <summary>The counters of pods whose requests a scenario scripts; they grow by one look's requests whenever they are read.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="clock">The time, which begins now.</param>
/// <param name="route">Path of the requests.</param>
public sealed class ScriptedTraffic(Scenario scenario, TimeProvider clock, string route)
{
    private readonly DateTimeOffset start = clock.GetUtcNow();
    private readonly Dictionary<string, (decimal Good, decimal Bad, decimal Slow)> counted = [];

    /// <summary>What a pod answers to <c>/metrics</c>, in Prometheus' text format.</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="isNew">Whether it runs the new version.</param>
    /// <param name="newWeight">The new version's weight on the route, in percent.</param>
    /// <param name="pods">Pods that share the traffic of the version.</param>
    public string MetricsOf(string pod, bool isNew, decimal newWeight, int pods)
    {
        var condition = ConditionAt(newWeight);
        var newShare = (decimal?)scenario.ActualSharePercent ?? newWeight;
        var perLook = scenario.RequestsPerSecond * (decimal)RolloutPace.Look.TotalSeconds;
        var requests = perLook * (isNew ? newShare : 100 - newShare) / 100 / Math.Max(1, pods);
        var bad = requests * (decimal)(isNew ? condition.ErrorRate : condition.StableErrorRate);
        var slow = isNew ? requests * (decimal)condition.SlowRate : 0;

        var before = counted.GetValueOrDefault(pod);
        counted[pod] = (before.Good + requests - bad, before.Bad + bad, before.Slow + slow);
        return Text(counted[pod]);
    }

    private TrafficCondition ConditionAt(decimal weight)
    {
        var seconds = (clock.GetUtcNow() - start).TotalSeconds;
        return scenario.Conditions.LastOrDefault(condition =>
                condition.FromWeight <= weight && condition.FromSeconds <= seconds
            ) ?? new TrafficCondition();
    }

    private string Text((decimal Good, decimal Bad, decimal Slow) count)
    {
        var (good, bad) = (Math.Floor(count.Good), Math.Floor(count.Bad));
        var all = good + bad;
        var quick = all - Math.Min(all, Math.Floor(count.Slow));
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            # TYPE http_requests_total counter
            http_requests_total{method="GET",route="{{route}}",status="200"} {{good}}
            http_requests_total{method="GET",route="{{route}}",status="500"} {{bad}}
            # TYPE http_request_duration_seconds histogram
            http_request_duration_seconds_bucket{method="GET",route="{{route}}",le="0.1"} {{quick}}
            http_request_duration_seconds_bucket{method="GET",route="{{route}}",le="0.5"} {{quick}}
            http_request_duration_seconds_bucket{method="GET",route="{{route}}",le="1"} {{quick}}
            http_request_duration_seconds_bucket{method="GET",route="{{route}}",le="+Inf"} {{all}}
            http_request_duration_seconds_count{method="GET",route="{{route}}"} {{all}}
            http_request_duration_seconds_sum{method="GET",route="{{route}}"} {{all}}

            """
        );
    }
}
