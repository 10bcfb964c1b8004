using System.Collections.Immutable;

namespace Pipeline.Core.Rollouts.Simulation;

/// <summary>What happens to a rollout that is simulated.</summary>
public sealed record Scenario
{
    /// <summary>What it shows, for people.</summary>
    public required string Description { get; init; }

    /// <summary>Requests of both versions together.</summary>
    public int RequestsPerSecond { get; init; } = 1000;

    /// <summary>How long pods take to become ready, in seconds; null for never.</summary>
    public double? PodsReadyAfterSeconds { get; init; } = 2;

    /// <summary>Whether the new version answers its smoke check.</summary>
    public bool SmokeCheckPasses { get; init; } = true;

    /// <summary>Share of the traffic that the new version gets whatever the route says, in percent; null when traffic follows the route.</summary>
    public double? ActualSharePercent { get; init; }

    /// <summary>How the versions answer; the last one whose weight and time have come applies.</summary>
    public ImmutableArray<TrafficCondition> Conditions { get; init; } = [];

    /// <summary>What people ask, in order.</summary>
    public ImmutableArray<ScheduledRequest> Requests { get; init; } = [];

    /// <summary>Everything that keeps it from being simulated, each with key, value and rule; empty for a good one.</summary>
    public IEnumerable<string> Problems()
    {
        if (RequestsPerSecond < 0)
            yield return $"requestsPerSecond is {RequestsPerSecond}: it must not be negative";
        if (PodsReadyAfterSeconds < 0)
            yield return $"podsReadyAfterSeconds is {PodsReadyAfterSeconds}: it must not be negative";
        if (ActualSharePercent is < 0 or > 100)
            yield return $"actualSharePercent is {ActualSharePercent}: a share lies between 0 and 100";
        foreach (var (i, condition) in Conditions.Index())
        foreach (var problem in condition.Problems())
            yield return $"conditions[{i}].{problem}";
        foreach (var (i, request) in Requests.Index().Where(each => each.Item.AtSeconds < 0))
            yield return $"requests[{i}].atSeconds is {request.AtSeconds}: it must not be negative";
    }
}
