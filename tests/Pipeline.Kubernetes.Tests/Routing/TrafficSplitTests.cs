using System.Net;
using System.Text.Json.Nodes;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Routing;

namespace Pipeline.Kubernetes.Tests.Routing;

public class TrafficSplitTests
{
    private readonly StubRoute route = new(StubRoute.Initial);
    private readonly HttpRouteRouter router;

    public TrafficSplitTests() => router = RouterOn(new StubApi(route.Answer));

    [Fact]
    public async Task The_split_is_read_off_the_route()
    {
        var split = await router.ReadAsync(default);

        Assert.Equal(new TrafficSplit(Percent.Full, 7), split);
    }

    [Fact]
    public async Task Weights_that_do_not_add_up_to_a_hundred_are_shares_nevertheless()
    {
        SetWeights(3, 1);

        var split = await router.ReadAsync(default);

        Assert.Equal(Percent.Of(75), split?.WeightOfA);
    }

    [Fact]
    public async Task Weights_that_are_missing_count_one_each()
    {
        foreach (var backend in Backends)
            backend!.AsObject().Remove("weight");

        var split = await router.ReadAsync(default);

        Assert.Equal(Percent.Of(50), split?.WeightOfA);
    }

    [Fact]
    public async Task A_route_that_never_changed_is_at_epoch_0()
    {
        route.Route["metadata"]!["annotations"]!.AsObject().Remove(ObjectMarks.EpochAnnotation);

        var split = await router.ReadAsync(default);

        Assert.Equal(0, split?.Epoch);
    }

    [Fact]
    public async Task Without_a_route_there_is_no_split()
    {
        var missing = new StubApi(_ => (HttpStatusCode.NotFound, """{"kind":"Status","reason":"NotFound"}"""));

        var split = await RouterOn(missing).ReadAsync(default);

        Assert.Null(split);
    }

    private JsonArray Backends => route.Route["spec"]!["rules"]![0]!["backendRefs"]!.AsArray();

    private static HttpRouteRouter RouterOn(StubApi api) =>
        new(api.Client(), new ObjectNames("user-service"), "production");

    private void SetWeights(int a, int b)
    {
        Backends[0]!["weight"] = a;
        Backends[1]!["weight"] = b;
    }
}
