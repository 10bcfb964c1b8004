using Microsoft.AspNetCore.Http;
using Pipeline.LocalCluster.Gateway.Metrics;
using Pipeline.LocalCluster.Gateway.Routing;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Gateway.Routing;

public sealed class RoutingTableBuilderTests : IAsyncLifetime
{
    private readonly StoreFixture _fixture = new();
    private readonly RoutingTableBuilder _builder;

    public RoutingTableBuilderTests() =>
        _builder = new RoutingTableBuilder(_fixture.Store, new GatewayMetrics(), new Random(1));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Fact]
    public async Task A_backend_has_the_ready_endpoints_of_all_its_slices()
    {
        await _fixture.ServiceAsync("a", "127.1.0.2:8080", "127.1.0.3:8080");
        await _fixture.PutAsync(
            GroupResource.EndpointSlices,
            "a-more",
            """
            {"metadata":{"name":"a-more","namespace":"shop","labels":{"kubernetes.io/service-name":"a"}},
             "ports":[{"name":"admin","port":9},{"name":"http","port":8080}],
             "endpoints":[{"addresses":["127.1.0.4"],"conditions":{"ready":true}},
                          {"addresses":["127.1.0.5"],"conditions":{"ready":false}}]}
            """
        );
        await _fixture.SplitAsync(100, 0);

        var backend = Find("shop.localhost")?.Next();

        Assert.Equal(["127.1.0.2:8080", "127.1.0.3:8080", "127.1.0.4:8080"], backend!.Endpoints.ToArray());
    }

    [Fact]
    public async Task The_most_specific_host_wins_and_the_port_does_not_count()
    {
        await _fixture.RouteAsync("any", """{"rules":[{"backendRefs":[{"name":"any","port":80}]}]}""");
        await _fixture.RouteAsync(
            "wild",
            """{"hostnames":["*.localhost"],"rules":[{"backendRefs":[{"name":"wild","port":80}]}]}"""
        );
        await _fixture.RouteAsync(
            "exact",
            """{"hostnames":["Shop.localhost"],"rules":[{"backendRefs":[{"name":"exact","port":80}]}]}"""
        );

        var found = new[] { "shop.localhost:18080", "other.localhost", "example.com", "[::1]" }.Select(host =>
            Find(host)?.Rule.Backends.Single().Service
        );

        Assert.Equal(["exact", "wild", "any", "any"], found);
    }

    [Fact]
    public async Task A_host_without_a_matching_rule_falls_back_to_a_wider_one()
    {
        await _fixture.RouteAsync(
            "exact",
            """
            {"hostnames":["shop.localhost"],"rules":[{"matches":[{"path":{"type":"Exact","value":"/users"}}],
             "backendRefs":[{"name":"exact","port":80}]}]}
            """
        );
        await _fixture.RouteAsync(
            "wild",
            """{"hostnames":["*.localhost"],"rules":[{"backendRefs":[{"name":"wild","port":80}]}]}"""
        );

        Assert.Equal("exact", Find("shop.localhost", "/users")?.Rule.Backends.Single().Service);
        Assert.Equal("wild", Find("shop.localhost", "/other")?.Rule.Backends.Single().Service);
    }

    [Fact]
    public async Task Among_equal_matches_the_oldest_route_wins()
    {
        await _fixture.RouteAsync("a-young", Rule("young"), created: "2026-02-02T00:00:00Z");
        await _fixture.RouteAsync("b-old", Rule("old"), created: "2026-01-01T00:00:00Z");

        Assert.Equal("old", Find("shop.localhost")?.Rule.Backends.Single().Service);

        static string Rule(string service) =>
            $$"""{"hostnames":["shop.localhost"],"rules":[{"backendRefs":[{"name":"{{service}}","port":80}]}]}""";
    }

    [Fact]
    public async Task A_rule_whose_weights_stay_goes_on_within_its_block()
    {
        await _fixture.SplitAsync(95, 5);
        var before = _builder.Build(RoutingTable.Empty);
        await _fixture.ServiceAsync("a", "127.1.0.2:8080");

        var after = _builder.Build(before);

        Assert.Same(Find(before)!.Choice, Find(after)!.Choice);
    }

    [Fact]
    public async Task A_rule_whose_weights_change_begins_a_new_block()
    {
        await _fixture.SplitAsync(95, 5);
        var before = _builder.Build(RoutingTable.Empty);
        await _fixture.SplitAsync(75, 25);

        var after = _builder.Build(before);

        Assert.NotSame(Find(before)!.Choice, Find(after)!.Choice);
    }

    [Fact]
    public async Task All_weights_zero_leave_nobody_to_answer()
    {
        await _fixture.SplitAsync(0, 0);

        Assert.Null(Find("shop.localhost")!.Next());
    }

    [Theory]
    [InlineData("nobody", 80, "shop/nobody: no such Service")]
    [InlineData("a", 81, "shop/a: the Service has no port 81")]
    public async Task A_backend_that_is_not_there_says_so(string service, int port, string problem)
    {
        await _fixture.ServiceAsync("a");
        await _fixture.RouteAsync("shop", $$"""{"rules":[{"backendRefs":[{"name":"{{service}}","port":{{port}}}]}]}""");

        Assert.Equal(problem, Find("shop.localhost")!.Next()!.Problem);
    }

    private WeightedBackends? Find(string host, string path = "/") =>
        Find(_builder.Build(RoutingTable.Empty), host, path);

    private static WeightedBackends? Find(RoutingTable table, string host = "shop.localhost", string path = "/")
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString(host);
        request.Path = path;
        return table.Find(request);
    }
}
