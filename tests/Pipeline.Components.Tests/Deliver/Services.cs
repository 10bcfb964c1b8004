using System.Collections.Immutable;
using Pipeline.Core.Environments;

namespace Pipeline.Components.Tests.Deliver;

internal static class Services
{
    public static ServiceDefinition Good { get; } =
        new()
        {
            Name = "user-service",
            Project = "src/UserService/UserService.csproj",
            TrafficRoute = "/users",
            Environments = [Environment("development"), Environment("staging")],
        };

    private static DeliveryEnvironment Environment(string name) =>
        new()
        {
            Name = name,
            Replicas = 1,
            Resources = new ComputeResources("100m", "128Mi"),
            Configuration = ImmutableSortedDictionary<string, string>.Empty,
            Strategy = new RolloutStrategy.Rolling(),
        };
}
