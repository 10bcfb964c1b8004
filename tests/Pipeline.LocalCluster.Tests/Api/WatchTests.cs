using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;
using Pipeline.LocalCluster.Tests.Cluster;

namespace Pipeline.LocalCluster.Tests.Api;

[Collection(SharedCluster.Collection)]
public sealed class WatchTests(SharedCluster cluster)
{
    private const string Table = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

    private readonly ApiClient _api = cluster.Api;

    [Fact]
    public async Task A_watch_begins_with_what_is_there_and_goes_on_with_what_happens()
    {
        var maps = await MapsAsync();
        await _api.PostAsync(maps, """{"metadata":{"name":"a"}}""");
        await using var watch = _api.WatchAsync($"{maps}?watch=true").GetAsyncEnumerator();

        var added = await NextAsync(watch);
        await _api.PatchAsync($"{maps}/a", "merge-patch+json", """{"data":{"k":"1"}}""");
        var modified = await NextAsync(watch);
        await _api.DeleteAsync($"{maps}/a");
        var deleted = await NextAsync(watch);

        Assert.Equal("ADDED", added.Text("type"));
        Assert.Equal("MODIFIED", modified.Text("type"));
        Assert.Equal("1", modified.Text("object", "data", "k"));
        Assert.Equal("DELETED", deleted.Text("type"));
    }

    [Fact]
    public async Task A_watch_with_a_selector_sees_objects_come_and_go()
    {
        var maps = await MapsAsync();
        await _api.PostAsync(maps, """{"metadata":{"name":"a"}}""");
        await using var watch = _api.WatchAsync($"{maps}?watch=true&labelSelector=x%3D1").GetAsyncEnumerator();

        var first = NextAsync(watch);
        await _api.PatchAsync($"{maps}/a", "merge-patch+json", """{"metadata":{"labels":{"x":"1"}}}""");
        var added = await first;
        await _api.PatchAsync($"{maps}/a", "merge-patch+json", """{"metadata":{"labels":{"x":"2"}}}""");
        var deleted = await NextAsync(watch);

        Assert.Equal(("ADDED", "DELETED"), (added.Text("type"), deleted.Text("type")));
    }

    [Fact]
    public async Task A_watch_ends_when_its_time_is_up()
    {
        var maps = await MapsAsync();
        var list = await _api.GetAsync(maps);
        var version = list.Json.Text("metadata", "resourceVersion");
        var seen = new List<JsonNode>();

        await foreach (var line in _api.WatchAsync($"{maps}?watch=1&timeoutSeconds=1&resourceVersion={version}"))
            seen.Add(line);

        Assert.Empty(seen);
    }

    [Fact]
    public async Task A_version_that_no_list_gave_is_refused()
    {
        var maps = await MapsAsync();

        var answer = await _api.GetAsync($"{maps}?watch=true&resourceVersion=latest");

        Assert.Equal(400, answer.Code);
        Assert.Contains("found latest", answer.Json.Text("message"));
    }

    [Fact]
    public async Task A_version_of_another_cluster_is_told_to_list_again()
    {
        var maps = await MapsAsync();
        await using var watch = _api.WatchAsync($"{maps}?watch=true&resourceVersion=999999999").GetAsyncEnumerator();

        var error = await NextAsync(watch);

        Assert.Equal(("ERROR", 410), (error.Text("type"), error.Int("object", "code")));
        Assert.StartsWith("Too large resource version", error.Text("object", "message"));
    }

    [Fact]
    public async Task The_end_of_the_initial_objects_is_marked_if_asked_for()
    {
        var maps = await MapsAsync();
        await _api.PostAsync(maps, """{"metadata":{"name":"a"}}""");
        await using var watch = _api.WatchAsync($"{maps}?watch=true&allowWatchBookmarks=true&sendInitialEvents=true")
            .GetAsyncEnumerator();

        await NextAsync(watch);
        var bookmark = await NextAsync(watch);

        Assert.Equal("BOOKMARK", bookmark.Text("type"));
        Assert.Equal("true", bookmark.Text("object", "metadata", "annotations", "k8s.io/initial-events-end"));
    }

    [Fact]
    public async Task A_watch_can_be_a_table()
    {
        var maps = await MapsAsync();
        await _api.PostAsync(maps, """{"metadata":{"name":"a"},"data":{"k":"1"}}""");
        await using var watch = _api.WatchAsync($"{maps}?watch=true", Table).GetAsyncEnumerator();

        var added = await NextAsync(watch);

        Assert.Equal("Table", added.Text("object", "kind"));
        Assert.Equal("a", added.At("object").Items("rows").Single()["cells"]![0].Text());
    }

    private static async Task<JsonNode> NextAsync(IAsyncEnumerator<JsonNode> watch)
    {
        Assert.True(await watch.MoveNextAsync());
        return watch.Current;
    }

    private async Task<string> MapsAsync() => $"/api/v1/namespaces/{await cluster.NamespaceAsync()}/configmaps";
}
