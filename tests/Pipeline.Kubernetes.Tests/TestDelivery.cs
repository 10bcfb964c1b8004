using System.Collections.Immutable;
using Pipeline.Core;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Tests;

/// <summary>A service with one environment of each strategy.</summary>
internal static class TestDelivery
{
    public static ServiceDefinition Service { get; } =
        new()
        {
            Name = "user-service",
            Project = "src/UserService/UserService.csproj",
            TrafficRoute = "/users",
            Environments =
            [
                Environment("development", 1, new RolloutStrategy.Rolling { MaxSurge = Percent.Full }, "debug"),
                Environment("staging", 2, new RolloutStrategy.BlueGreen(), "info"),
                Environment(
                    "production",
                    5,
                    new RolloutStrategy.Canary
                    {
                        Stages =
                        [
                            new CanaryStage(Percent.Of(5), TimeSpan.FromMinutes(1)),
                            new CanaryStage(Percent.Full, TimeSpan.FromMinutes(1)),
                        ],
                    },
                    "warn"
                ),
            ],
        };

    public static DeliveryEnvironment Production => Service.Environment("production");

    private static DeliveryEnvironment Environment(
        string name,
        int replicas,
        RolloutStrategy strategy,
        string logLevel
    ) =>
        new()
        {
            Name = name,
            Replicas = replicas,
            Resources = new ComputeResources("250m", "256Mi"),
            Strategy = strategy,
            Configuration = ImmutableSortedDictionary<string, string>
                .Empty.Add("DEBUG", name == "development" ? "on" : "off")
                .Add("LOG__LEVEL", logLevel),
        };
}
