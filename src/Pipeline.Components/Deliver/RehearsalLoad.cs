using Pipeline.Core.Analysis.Load;
using Pipeline.Core.Environments;

namespace Pipeline.Components.Deliver;

/// <summary>The requests of a rehearsal: mostly reads, some that change something.</summary>
internal static class RehearsalLoad
{
    public static LoadPlan Of(ServiceDefinition service, RehearsalTraffic traffic, TimeSpan longest) =>
        new()
        {
            Rate = traffic.RequestsPerSecond,
            Duration = longest,
            MaximumRequests = (long)(traffic.RequestsPerSecond * longest.TotalSeconds),
            Routes =
            [
                new LoadRoute("GET", service.TrafficRoute, Share: 8),
                new LoadRoute("GET", $"{service.TrafficRoute}?limit=5", Share: 8),
                new LoadRoute(
                    "POST",
                    service.TrafficRoute,
                    Share: 1,
                    Body: """{"name":"Ada","email":"ada@example.org"}"""
                ),
            ],
            Seed = 1,
        };
}
