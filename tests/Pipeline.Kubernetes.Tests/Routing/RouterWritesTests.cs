using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Routing;

namespace Pipeline.Kubernetes.Tests.Routing;

/// <summary>What each router writes, weight by weight; and that it writes nothing else.</summary>
public sealed class RouterWritesTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly StubCluster cluster = new();

    public static TheoryData<string> Routers => ["http-route", "istio", "service-selector", "replica-ratio"];

    [Theory]
    [MemberData(nameof(Routers))]
    public async Task The_writes_of_every_weight_are_as_committed(string name)
    {
        var golden = new StringBuilder();
        foreach (var weight in WeightsOf(name))
        {
            var (router, path) = Fresh(name);
            var before = cluster.Api.Requests.Count;

            await router.SetAsync(Track.B, Percent.Of(weight), 7, default);

            golden.Append($"# weight {weight} of track b\n");
            foreach (var write in cluster.Api.Requests.Skip(before).Where(request => request.Method == "PATCH"))
                golden.Append($"{write.Method} {write.Path.Split('?')[0]}\n{Pretty(write.Body)}\n");
            golden.Append($"# and then\n{Pretty(cluster.Find(path)!.ToJsonString())}\n\n");
        }

        Snapshot.Matches($"routing/{name}.txt", golden.ToString());
    }

    [Theory]
    [MemberData(nameof(Routers))]
    public async Task What_others_put_there_is_left_as_it_was(string name)
    {
        var (router, path) = Fresh(name);
        var initial = WithoutOurs(cluster.Find(path)!);

        await router.SetAsync(Track.B, Percent.Full, 7, default);

        Assert.True(JsonNode.DeepEquals(initial, WithoutOurs(cluster.Find(path)!)));
    }

    [Theory]
    [MemberData(nameof(Routers))]
    public async Task A_write_at_another_epoch_changes_nothing(string name)
    {
        var (router, path) = Fresh(name);
        var initial = cluster.Find(path)!.ToJsonString();

        var change = await router.SetAsync(Track.B, Percent.Full, 5, default);

        Assert.IsType<WeightChange.SomeoneElseActed>(change);
        Assert.Equal(initial, cluster.Find(path)!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Routers))]
    public async Task A_write_that_was_done_before_changes_nothing_more(string name)
    {
        var (router, _) = Fresh(name);
        await router.SetAsync(Track.B, Percent.Full, 7, default);
        cluster.Changes.Clear();

        var change = await router.SetAsync(Track.B, Percent.Full, 7, default);

        Assert.IsType<WeightChange.Applied>(change);
        Assert.Empty(cluster.Changes);
    }

    [Theory]
    [MemberData(nameof(Routers))]
    public async Task The_split_is_read_back(string name)
    {
        var (router, _) = Fresh(name);

        await router.SetAsync(Track.B, Percent.Full, 7, default);

        Assert.Equal(new TrafficSplit(Percent.Zero, 8), await router.ReadAsync(default));
    }

    [Fact]
    public async Task A_selector_refuses_what_it_cannot_divide()
    {
        var (router, _) = Fresh("service-selector");

        await Assert.ThrowsAsync<ArgumentException>(() => router.SetAsync(Track.B, Percent.Of(5), 7, default));
    }

    private static int[] WeightsOf(string name) => name == "service-selector" ? [0, 100] : [0, 1, 5, 99, 100];

    private (ITrafficRouter Router, string Path) Fresh(string name)
    {
        var (routing, path, json) = RoutedObjects.Of(name);
        cluster.Remove(path);
        cluster.Put(path, json);
        foreach (var track in new[] { "a", "b" })
        {
            cluster.Remove(RoutedObjects.Deployment(track));
            cluster.Put(RoutedObjects.Deployment(track), """{"metadata":{"name":"x"},"spec":{"replicas":5}}""");
        }

        var environment = TestDelivery.Production with { Routing = routing };
        var tracks = new Kubernetes.Rollouts.TrackOperations(
            cluster.Api.Client(),
            TestDelivery.Service,
            environment,
            _ => throw new InvalidOperationException("a router installs nothing")
        );
        return (TrafficRouters.Of(cluster.Api.Client(), TestDelivery.Service.Names, environment, tracks), path);
    }

    private static string Pretty(string json) =>
        JsonNode.Parse(Unversioned(JsonNode.Parse(json)!))!.ToJsonString(Indented);

    // Versions count the writes of the whole test.
    private static string Unversioned(JsonNode node)
    {
        (node as JsonObject)?["metadata"]?.AsObject().Remove("resourceVersion");
        return node.ToJsonString();
    }

    private static JsonNode WithoutOurs(JsonNode route)
    {
        var copy = JsonNode.Parse(Unversioned(route.DeepClone()))!;
        copy["metadata"]!["annotations"]!.AsObject().Remove(ObjectMarks.EpochAnnotation);
        copy["metadata"]!["annotations"]!.AsObject().Remove(ObjectMarks.WeightAnnotation);
        copy["spec"]!["selector"]?.AsObject().Remove(ObjectMarks.TrackLabel);
        foreach (var list in new[] { copy["spec"]!["rules"]?[0]!["backendRefs"], copy["spec"]!["http"]?[1]!["route"] })
        foreach (var backend in list?.AsArray() ?? [])
            backend!.AsObject().Remove("weight");
        return copy;
    }
}
