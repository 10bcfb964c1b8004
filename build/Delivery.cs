using System.Collections.Immutable;
using Pipeline.Core;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Environments;

/// <summary>What is delivered, and where to: the one definition that deployments, manifests and workflows come from.</summary>
static class Delivery
{
    static readonly ImmutableArray<MetricDefinition> Metrics =
    [
        new MetricDefinition
        {
            Name = "error rate",
            Kind = new MetricKind.ErrorRate(SuccessBelow: Percent.Of(0.1m), RollbackAbove: Percent.Of(1)),
            NoData = new NoDataPolicy.Hold(),
        },
        new MetricDefinition
        {
            Name = "latency p95",
            Kind = new MetricKind.Latency(
                Percentile: 95,
                SuccessUnder: TimeSpan.FromMilliseconds(500),
                RollbackOver: TimeSpan.FromMilliseconds(1000)
            ),
            NoData = new NoDataPolicy.Hold(),
        },
    ];

    public static readonly ServiceDefinition UserService = new()
    {
        Name = "user-service",
        Project = "src/UserService/UserService.csproj",
        TrafficRoute = "/users",
        Environments =
        [
            new DeliveryEnvironment
            {
                Name = "development",
                Replicas = 1,
                Resources = new ComputeResources(Cpu: "100m", Memory: "128Mi"),
                Configuration = Settings(logLevel: "debug", debugMode: "on"),
                Strategy = new RolloutStrategy.Rolling(),
                Metrics = Metrics,
            },
            new DeliveryEnvironment
            {
                Name = "staging",
                Replicas = 2,
                Resources = new ComputeResources(Cpu: "250m", Memory: "256Mi"),
                Configuration = Settings(logLevel: "info", debugMode: "off"),
                Strategy = new RolloutStrategy.BlueGreen(),
                Metrics = Metrics,
            },
            new DeliveryEnvironment
            {
                Name = "production",
                Replicas = 5,
                Resources = new ComputeResources(Cpu: "500m", Memory: "512Mi"),
                Configuration = Settings(logLevel: "warn", debugMode: "off"),
                Strategy = new RolloutStrategy.Canary
                {
                    Stages =
                    [
                        new CanaryStage(Percent.Of(5), MaximumDuration: TimeSpan.FromMinutes(5)),
                        new CanaryStage(Percent.Of(25), MaximumDuration: TimeSpan.FromMinutes(5)),
                        new CanaryStage(Percent.Full, MaximumDuration: TimeSpan.FromMinutes(5)),
                    ],
                },
                Metrics = Metrics,
                Traffic = new RehearsalTraffic(RequestsPerSecond: 1000),
            },
        ],
    };

    static ImmutableSortedDictionary<string, string> Settings(string logLevel, string debugMode) =>
        ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            [KeyValuePair.Create("LOG__LEVEL", logLevel), KeyValuePair.Create("DEBUG__MODE", debugMode)]
        );
}
