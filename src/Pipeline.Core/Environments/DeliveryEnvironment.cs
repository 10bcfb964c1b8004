using System.Collections.Immutable;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Evidence;

namespace Pipeline.Core.Environments;

/// <summary>An environment that versions are promoted through; its name is also its namespace.</summary>
public sealed record DeliveryEnvironment
{
    public required string Name { get; init; }

    /// <summary>Pods of the active track; at least 1.</summary>
    public required int Replicas { get; init; }

    public required ComputeResources Resources { get; init; }

    /// <summary>Environment variables of the service, delivered in a ConfigMap.</summary>
    public required ImmutableSortedDictionary<string, string> Configuration { get; init; }

    public required RolloutStrategy Strategy { get; init; }

    /// <summary>By what a canary's stages are judged.</summary>
    public ImmutableArray<MetricDefinition> Metrics { get; init; } = [];

    /// <summary>Who answers the queries of metrics that ask Prometheus; null when none does.</summary>
    public PrometheusServer? Prometheus { get; init; }

    /// <summary>Address of the gateway's Prometheus text, for metrics that count at the gateway; null when none does.</summary>
    public Uri? GatewayMetrics { get; init; }

    /// <summary>What must have been stated about an image before it enters, besides its verification in the environments before.</summary>
    public ImmutableArray<RequiredStatement> Evidence { get; init; } = RequiredStatement.Usual;

    /// <summary>How long new pods may take to become ready before the rollout ends with exit code 22.</summary>
    public TimeSpan ReadinessDeadline { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Grace period of a pod: drain time and the requests still in flight.</summary>
    public TimeSpan TerminationGrace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What divides the traffic between the tracks.</summary>
    public TrafficRouting Routing { get; init; } = new TrafficRouting.GatewayRoute();

    /// <summary>The Gateway that a <see cref="TrafficRouting.GatewayRoute"/> attaches to.</summary>
    public GatewayReference Gateway { get; init; } = new("gateway-system", "pipeline");

    /// <summary>Traffic to send while a version is judged, or null when live traffic must do.</summary>
    public RehearsalTraffic? Traffic { get; init; }

    /// <summary>The same environment with further settings; a setting given here wins over one defined before.</summary>
    public DeliveryEnvironment With(IEnumerable<KeyValuePair<string, string>> settings) =>
        this with
        {
            Configuration = Configuration.SetItems(settings),
        };
}
