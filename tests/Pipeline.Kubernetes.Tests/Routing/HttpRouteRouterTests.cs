using System.Net;
using System.Text.Json.Nodes;
using k8s.Autorest;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Routing;

namespace Pipeline.Kubernetes.Tests.Routing;

public class HttpRouteRouterTests
{
    private readonly StubRoute route = new(StubRoute.Initial);
    private readonly StubApi api;
    private readonly HttpRouteRouter router;

    public HttpRouteRouterTests()
    {
        api = new StubApi(route.Answer);
        router = new HttpRouteRouter(api.Client(), new ObjectNames("user-service"), "production");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(99)]
    [InlineData(100)]
    public async Task A_weight_is_set_together_with_the_rest_and_the_epoch(int weight)
    {
        var change = await router.SetAsync(Track.B, Percent.Of(weight), 7, default);

        Assert.Equal(new WeightChange.Applied(new TrafficSplit(Percent.Of(100 - weight), 8)), change);
        Assert.Equal((100 - weight, weight), Weights);
        Assert.Equal("8", Epoch);
    }

    [Fact]
    public async Task The_write_is_one_JSON_patch_that_tests_before_it_replaces()
    {
        await router.SetAsync(Track.B, Percent.Of(5), 7, default);

        var write = Assert.Single(api.Requests, request => request.Method == "PATCH");
        Assert.Equal("application/json-patch+json", write.ContentType);
        Assert.Equal(
            "/apis/gateway.networking.k8s.io/v1/namespaces/production/httproutes/user-service?fieldManager=pipeline",
            write.Path
        );
        Assert.Equal(
            """
            [
              {"op":"test","path":"/metadata/annotations/pipeline.build~1epoch","value":"7"},
              {"op":"test","path":"/spec/rules/0/backendRefs/0/name","value":"user-service-a"},
              {"op":"test","path":"/spec/rules/0/backendRefs/1/name","value":"user-service-b"},
              {"op":"replace","path":"/metadata/annotations/pipeline.build~1epoch","value":"8"},
              {"op":"replace","path":"/spec/rules/0/backendRefs/0/weight","value":95},
              {"op":"replace","path":"/spec/rules/0/backendRefs/1/weight","value":5}
            ]
            """.ReplaceLineEndings("").Replace("  ", ""),
            write.Body
        );
    }

    [Fact]
    public async Task What_others_put_on_the_route_is_left_as_it_was()
    {
        await router.SetAsync(Track.B, Percent.Full, 7, default);

        SetWeights(100, 0);
        route.Route["metadata"]!["annotations"]![ObjectMarks.EpochAnnotation] = "7";
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(StubRoute.Initial), route.Route));
    }

    [Fact]
    public async Task Backends_are_found_wherever_they_stand()
    {
        var rules = route.Route["spec"]!["rules"]!.AsArray();
        rules.Insert(0, JsonNode.Parse("""{"filters":[{"type":"RequestRedirect"}]}"""));
        rules.Insert(1, JsonNode.Parse("""{"backendRefs":[{"name":"debugger","weight":1}]}"""));
        var backends = rules[2]!["backendRefs"]!.AsArray();
        backends.Add(JsonNode.Parse("""{"name":"user-service-a","weight":100}"""));
        backends.RemoveAt(0);

        await router.SetAsync(Track.B, Percent.Of(25), 7, default);

        Assert.Equal([25, 75], WeightsOfRule(2));
    }

    [Fact]
    public async Task A_write_that_was_done_before_is_not_done_again()
    {
        await router.SetAsync(Track.B, Percent.Of(5), 7, default);

        var change = await router.SetAsync(Track.B, Percent.Of(5), 7, default);

        Assert.IsType<WeightChange.Applied>(change);
        Assert.Single(api.Requests, request => request.Method == "PATCH");
    }

    [Fact]
    public async Task A_route_at_another_epoch_is_left_alone()
    {
        route.Route["metadata"]!["annotations"]![ObjectMarks.EpochAnnotation] = "9";

        var change = await router.SetAsync(Track.B, Percent.Of(5), 7, default);

        var outcome = Assert.IsType<WeightChange.SomeoneElseActed>(change);
        Assert.Equal(9, outcome.Now?.Epoch);
        Assert.Equal(
            "HTTPRoute production/user-service is at epoch 9 with 100 % on track a, expected epoch 7",
            outcome.Detail
        );
        Assert.DoesNotContain(api.Requests, request => request.Method == "PATCH");
    }

    [Fact]
    public async Task Someone_who_acts_between_look_and_write_is_not_overwritten()
    {
        route.Interloper = current =>
        {
            current["metadata"]!["annotations"]![ObjectMarks.EpochAnnotation] = "8";
            current["spec"]!["rules"]![0]!["backendRefs"]![1]!["weight"] = 50;
        };

        var change = await router.SetAsync(Track.B, Percent.Of(5), 7, default);

        Assert.IsType<WeightChange.SomeoneElseActed>(change);
        Assert.Equal((100, 50), Weights);
    }

    [Fact]
    public async Task A_write_whose_answer_got_lost_is_recognised_as_our_own()
    {
        route.Interloper = current =>
        {
            current["metadata"]!["annotations"]![ObjectMarks.EpochAnnotation] = "8";
            current["spec"]!["rules"]![0]!["backendRefs"]![0]!["weight"] = 95;
            current["spec"]!["rules"]![0]!["backendRefs"]![1]!["weight"] = 5;
        };

        var change = await router.SetAsync(Track.B, Percent.Of(5), 7, default);

        Assert.IsType<WeightChange.Applied>(change);
    }

    [Fact]
    public async Task A_route_without_the_tracks_is_left_alone()
    {
        route.Route["spec"]!["rules"]![0]!["backendRefs"]![1]!["name"] = "other";

        var change = await router.SetAsync(Track.B, Percent.Of(5), 7, default);

        var outcome = Assert.IsType<WeightChange.SomeoneElseActed>(change);
        Assert.Contains("has no rule with backends user-service-a and user-service-b", outcome.Detail);
    }

    [Fact]
    public async Task A_route_that_is_gone_is_reported()
    {
        var missing = new StubApi(_ => (HttpStatusCode.NotFound, """{"kind":"Status","reason":"NotFound"}"""));

        var change = await RouterOn(missing).SetAsync(Track.B, Percent.Of(5), 7, default);

        Assert.Equal(
            new WeightChange.SomeoneElseActed(null, "HTTPRoute production/user-service does not exist"),
            change
        );
    }

    [Fact]
    public async Task A_server_that_objects_to_the_change_itself_is_quoted()
    {
        route.Objection = """{"kind":"Status","message":"weight is out of range"}""";

        var problem = await Assert.ThrowsAsync<HttpOperationException>(() =>
            router.SetAsync(Track.B, Percent.Of(5), 7, default)
        );

        Assert.Contains("weight is out of range", problem.Response.Content);
    }

    [Fact]
    public async Task A_fraction_of_a_percent_cannot_be_routed() =>
        await Assert.ThrowsAsync<ArgumentException>(() => router.SetAsync(Track.A, Percent.Of(0.5m), 7, default));

    private JsonArray Backends => route.Route["spec"]!["rules"]![0]!["backendRefs"]!.AsArray();

    private (int A, int B) Weights => ((int)Backends[0]!["weight"]!, (int)Backends[1]!["weight"]!);

    private string Epoch => (string)route.Route["metadata"]!["annotations"]![ObjectMarks.EpochAnnotation]!;

    private static HttpRouteRouter RouterOn(StubApi api) =>
        new(api.Client(), new ObjectNames("user-service"), "production");

    private int[] WeightsOfRule(int rule) =>
        [.. route.Route["spec"]!["rules"]![rule]!["backendRefs"]!.AsArray().Select(each => (int)each!["weight"]!)];

    private void SetWeights(int a, int b)
    {
        Backends[0]!["weight"] = a;
        Backends[1]!["weight"] = b;
    }
}
