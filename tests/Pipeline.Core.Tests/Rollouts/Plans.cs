using System.Collections.Immutable;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;

namespace Pipeline.Core.Tests.Rollouts;

internal static class Plans
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static Revision OldRevision { get; } = RevisionOf('a');

    public static Revision NewRevision { get; } = RevisionOf('b');

    public static ServiceDefinition Service { get; } = Define(CanaryOf(5, 25, 100));

    public static RolloutStrategy.Canary CanaryOf(params int[] weights) =>
        new() { Stages = [.. weights.Select(weight => new CanaryStage(Percent.Of(weight), TimeSpan.FromMinutes(5)))] };

    public static ServiceDefinition Define(RolloutStrategy strategy) =>
        new()
        {
            Name = "user-service",
            Project = "src/UserService/UserService.csproj",
            TrafficRoute = "/users",
            Environments =
            [
                new DeliveryEnvironment
                {
                    Name = "production",
                    Replicas = 5,
                    Resources = new ComputeResources("500m", "512Mi"),
                    Configuration = ImmutableSortedDictionary<string, string>.Empty.Add("LOG__LEVEL", "warn"),
                    Strategy = strategy,
                    Metrics =
                    [
                        new MetricDefinition
                        {
                            Name = "error rate",
                            Kind = new MetricKind.ErrorRate(Percent.Of(0.1m), Percent.Of(1)),
                            NoData = new NoDataPolicy.Hold(),
                        },
                    ],
                },
            ],
        };

    public static RolloutState Begin(RolloutStrategy strategy, EnvironmentSnapshot? snapshot = null)
    {
        var service = Define(strategy);
        var decision = RolloutPlanner.Decide(
            service,
            service.Environments[0],
            snapshot ?? Serving(),
            new WantedVersion(NewRevision, "registry/user-service", "1.1.0"),
            Start
        );
        return Assert.IsType<RolloutDecision.Begin>(decision).State;
    }

    public static EnvironmentSnapshot Serving(RolloutState? last = null) => new(Track.A, OldRevision, Epoch: 7, last);

    private static Revision RevisionOf(char digit) =>
        new($"sha256:{new string(digit, 64)}", ConfigurationHash.Of(ImmutableSortedDictionary<string, string>.Empty));
}
