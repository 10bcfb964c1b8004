using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Controllers;
using Pipeline.LocalCluster.Controllers.Routes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Controllers;

public sealed class RouteParentsTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonObject Service = JsonNode.Parse("""{"spec":{"ports":[{"port":80}]}}""")!.AsObject();

    [Fact]
    public void A_route_to_a_service_is_accepted_and_resolved()
    {
        var parents = RouteParents.Of(Route(), (_, _) => Service, Start);

        Assert.Equal(("True", ""), Condition(parents, "Accepted"));
        Assert.Equal(("True", ""), Condition(parents, "ResolvedRefs"));
    }

    [Fact]
    public void A_missing_service_is_named()
    {
        var parents = RouteParents.Of(Route(), (_, _) => null, Start);

        Assert.Equal(("False", "there is no Service web"), Condition(parents, "ResolvedRefs"));
    }

    [Fact]
    public void A_missing_port_is_named()
    {
        var parents = RouteParents.Of(Route(port: 81), (_, _) => Service, Start);

        Assert.Equal(("False", "the Service web has no port 81"), Condition(parents, "ResolvedRefs"));
    }

    [Fact]
    public void What_the_gateway_does_not_do_is_not_accepted()
    {
        var route = Route();
        route["spec"]!["rules"]![0]!["filters"] = new JsonArray(new JsonObject { ["type"] = "URLRewrite" });

        var parents = RouteParents.Of(route, (_, _) => Service, Start);

        var (status, message) = Condition(parents, "Accepted");
        Assert.Equal("False", status);
        Assert.Contains("URLRewrite is not supported", message);
    }

    [Fact]
    public void The_transition_time_moves_only_with_the_status()
    {
        var route = Route();
        route["status"] = new JsonObject { ["parents"] = RouteParents.Of(route, (_, _) => Service, Start) };

        var same = RouteParents.Of(route, (_, _) => Service, Start.AddHours(1));
        var changed = RouteParents.Of(route, (_, _) => null, Start.AddHours(1));

        Assert.True(JsonNode.DeepEquals(route["status"]!["parents"], same));
        Assert.Equal(
            "2025-01-01T01:00:00Z",
            ObjectConditions.Find(changed[0], "ResolvedRefs").Text("lastTransitionTime")
        );
    }

    private static (string? Status, string? Message) Condition(JsonArray parents, string type)
    {
        var condition = ObjectConditions.Find(Assert.Single(parents), type);
        return (condition.Text("status"), condition.Text("message"));
    }

    private static JsonObject Route(int port = 80) =>
        JsonNode
            .Parse(
                $$$"""{"metadata":{"namespace":"ns","name":"r","generation":1},"spec":{"parentRefs":[{"name":"gateway"}],"rules":[{"backendRefs":[{"kind":"Service","name":"web","port":{{{port}}}}]}]}}"""
            )!
            .AsObject();
}
