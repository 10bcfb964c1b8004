using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Storage;

public sealed class ResourceStoreTests : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ResourceStore _store;

    public ResourceStoreTests() => _store = ResourceStore.Open(_directory.Path, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_created_object_carries_the_version_of_its_write()
    {
        var created = await _store.CreateAsync(Key("a"), ConfigMap("a", "1"));

        Assert.Equal(created.ResourceVersion.ToString(), (string?)created.Content["metadata"]!["resourceVersion"]);
        Assert.Same(created, _store.Find(Key("a")));
    }

    [Fact]
    public async Task The_stored_content_is_independent_of_what_the_caller_passed()
    {
        var content = ConfigMap("a", "1");
        var created = await _store.CreateAsync(Key("a"), content);

        content["data"]!["value"] = "changed afterwards";

        Assert.Equal("1", (string?)created.Content["data"]!["value"]);
    }

    [Fact]
    public async Task A_name_is_created_once()
    {
        await _store.CreateAsync(Key("a"), ConfigMap("a", "1"));

        await Assert.ThrowsAsync<ResourceExistsException>(() => _store.CreateAsync(Key("a"), ConfigMap("a", "2")));
    }

    [Fact]
    public async Task An_update_of_an_old_version_is_a_conflict()
    {
        var old = await _store.CreateAsync(Key("a"), ConfigMap("a", "1"));
        await _store.UpdateAsync(Key("a"), ConfigMap("a", "2"), old.ResourceVersion);

        var late = () => _store.UpdateAsync(Key("a"), ConfigMap("a", "3"), old.ResourceVersion);

        await Assert.ThrowsAsync<ResourceConflictException>(late);
        Assert.Equal("2", (string?)_store.Find(Key("a"))!.Content["data"]!["value"]);
    }

    [Fact]
    public async Task A_write_that_changes_nothing_leaves_the_version()
    {
        var created = await _store.CreateAsync(Key("a"), ConfigMap("a", "1"));
        var reordered = new JsonObject();
        foreach (var (name, value) in ConfigMap("a", "1").Reverse())
            reordered[name] = value?.DeepClone();

        var updated = await _store.UpdateAsync(Key("a"), reordered, created.ResourceVersion);

        Assert.Equal(created.ResourceVersion, updated.ResourceVersion);
        Assert.Equal(created.ResourceVersion, _store.List(GroupResource.ConfigMaps).ResourceVersion);
    }

    [Fact]
    public async Task Concurrent_changes_of_one_object_all_take_effect()
    {
        await _store.CreateAsync(Key("a"), ConfigMap("a", "0"));

        await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ =>
                    Task.Run(() =>
                        _store.UpdateAsync(
                            Key("a"),
                            content =>
                            {
                                content["data"]!["value"] = (
                                    int.Parse((string)content["data"]!["value"]!) + 1
                                ).ToString();
                                return content;
                            }
                        )
                    )
                )
        );

        Assert.Equal("50", (string?)_store.Find(Key("a"))!.Content["data"]!["value"]);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_updated_or_deleted()
    {
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => _store.UpdateAsync(Key("a"), ConfigMap("a", "1"), 1));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => _store.UpdateAsync(Key("a"), content => content));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => _store.DeleteAsync(Key("a")));
    }

    [Fact]
    public async Task A_deletion_of_an_old_version_is_a_conflict()
    {
        var old = await _store.CreateAsync(Key("a"), ConfigMap("a", "1"));
        await _store.UpdateAsync(Key("a"), ConfigMap("a", "2"), old.ResourceVersion);

        await Assert.ThrowsAsync<ResourceConflictException>(() => _store.DeleteAsync(Key("a"), old.ResourceVersion));
    }

    [Fact]
    public async Task A_list_is_ordered_and_can_be_limited_to_a_namespace()
    {
        foreach (var (ns, name) in new[] { ("z", "b"), ("z", "a"), ("a", "c") })
            await _store.CreateAsync(GroupResource.ConfigMaps.Key(ns, name), ConfigMap(name, "1"));

        var all = _store.List(GroupResource.ConfigMaps);
        var some = _store.List(GroupResource.ConfigMaps, "z");

        Assert.Equal(["a/c", "z/a", "z/b"], all.Items.Select(o => $"{o.Key.Namespace}/{o.Key.Name}"));
        Assert.Equal(["a", "b"], some.Items.Select(o => o.Key.Name));
    }

    [Fact]
    public async Task A_watch_replays_what_is_there_and_goes_on_with_what_happens()
    {
        await _store.CreateAsync(Key("a"), ConfigMap("a", "1"));
        await using var watch = _store.WatchAsync(GroupResource.ConfigMaps, "ns").GetAsyncEnumerator();

        var replayed = await Next(watch);
        var bookmark = await Next(watch);
        await _store.UpdateAsync(
            Key("a"),
            content =>
            {
                content["data"]!["value"] = "2";
                return content;
            }
        );
        var updated = await Next(watch);
        await _store.CreateAsync(GroupResource.ConfigMaps.Key("other", "b"), ConfigMap("b", "1"));
        await _store.DeleteAsync(Key("a"));
        var removed = await Next(watch);

        Assert.Null(Assert.IsType<ResourceChange.Put>(replayed).Previous);
        Assert.IsType<ResourceChange.Bookmark>(bookmark);
        Assert.Equal("1", (string?)Assert.IsType<ResourceChange.Put>(updated).Previous!.Content["data"]!["value"]);
        Assert.Equal("2", (string?)Assert.IsType<ResourceChange.Removed>(removed).Object.Content["data"]!["value"]);
        Assert.True(removed.ResourceVersion > updated.ResourceVersion);
    }

    [Fact]
    public async Task A_watch_goes_on_behind_a_version()
    {
        var first = await _store.CreateAsync(Key("a"), ConfigMap("a", "1"));
        var second = await _store.CreateAsync(Key("b"), ConfigMap("b", "1"));

        await using var watch = _store
            .WatchAsync(GroupResource.ConfigMaps, after: first.ResourceVersion)
            .GetAsyncEnumerator();

        Assert.Equal(second.ResourceVersion, (await Next(watch)).ResourceVersion);
    }

    [Fact]
    public async Task A_watch_behind_a_forgotten_version_is_told_to_list_again()
    {
        await _store.CreateAsync(Key("a"), ConfigMap("a", "1"));
        await _store.DisposeAsync();
        await using var reopened = ResourceStore.Open(_directory.Path, TimeProvider.System);

        await using var watch = reopened.WatchAsync(GroupResource.ConfigMaps, after: 0).GetAsyncEnumerator();

        await Assert.ThrowsAsync<VersionExpiredException>(() => Next(watch));
    }

    private static async Task<ResourceChange> Next(IAsyncEnumerator<ResourceChange> watch)
    {
        Assert.True(await watch.MoveNextAsync());
        return watch.Current;
    }

    private static ResourceKey Key(string name) => GroupResource.ConfigMaps.Key("ns", name);

    private static JsonObject ConfigMap(string name, string value) =>
        new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "ConfigMap",
            ["metadata"] = new JsonObject { ["name"] = name },
            ["data"] = new JsonObject { ["value"] = value },
        };
}
