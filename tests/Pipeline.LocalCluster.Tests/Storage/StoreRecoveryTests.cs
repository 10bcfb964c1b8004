using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;
using Pipeline.LocalCluster.Storage.Log;

namespace Pipeline.LocalCluster.Tests.Storage;

public sealed class StoreRecoveryTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Log => Directory.GetFiles(_directory.Path, "*.log").Single();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        long version;
        await using (var store = Open())
        {
            await store.CreateAsync(Key("kept"), Content("kept"));
            await store.CreateAsync(Key("deleted"), Content("deleted"));
            version = (await store.DeleteAsync(Key("deleted"))).ResourceVersion;
        }

        await using var reopened = Open();

        var list = reopened.List(GroupResource.ConfigMaps);
        Assert.Equal("kept", Assert.Single(list.Items).Key.Name);
        Assert.Equal(version, list.ResourceVersion);
    }

    [Fact]
    public async Task A_log_cut_off_anywhere_gives_the_writes_before_the_cut()
    {
        var ends = new List<long>();
        await using (var store = Open())
        {
            for (var i = 0; i < 4; i++)
            {
                await store.CreateAsync(Key($"n{i}"), Content($"n{i}"));
                ends.Add(new FileInfo(Log).Length);
            }
        }

        var whole = await File.ReadAllBytesAsync(Log);
        for (var length = 0; length <= whole.Length; length += 7)
        {
            await File.WriteAllBytesAsync(Log, whole[..length]);
            await using var reopened = Open();
            Assert.Equal(ends.Count(end => end <= length), reopened.List(GroupResource.ConfigMaps).Items.Count);
        }
    }

    [Fact]
    public async Task A_torn_tail_is_written_over()
    {
        await using (var store = Open())
            await store.CreateAsync(Key("a"), Content("a"));
        await File.AppendAllTextAsync(Log, new string('x', 1000));

        await using (var store = Open())
            await store.CreateAsync(Key("b"), Content("b"));

        await using var reopened = Open();
        Assert.Equal(2, reopened.List(GroupResource.ConfigMaps).Items.Count);
    }

    [Fact]
    public async Task Damage_before_sound_data_is_refused_with_file_and_place()
    {
        long firstEnd;
        await using (var store = Open())
        {
            await store.CreateAsync(Key("a"), Content("a"));
            firstEnd = new FileInfo(Log).Length;
            await store.CreateAsync(Key("b"), Content("b"));
            await store.CreateAsync(Key("c"), Content("c"));
        }

        var bytes = await File.ReadAllBytesAsync(Log);
        bytes[firstEnd + 30] ^= 1;
        await File.WriteAllBytesAsync(Log, bytes);

        var refusal = Assert.Throws<StoreDamagedException>(() => Open());
        Assert.StartsWith($"{Log}: damaged at byte {firstEnd}", refusal.Message);
    }

    [Fact]
    public async Task A_grown_log_is_replaced_by_a_snapshot()
    {
        var padding = new string('x', 100_000);
        await using (var store = Open())
        {
            await store.CreateAsync(Key("a"), Content("a"));
            for (var i = 0; i < 60; i++)
            {
                var content = Content("a");
                content["data"] = new JsonObject { ["value"] = $"{i}{padding}" };
                await store.UpdateAsync(Key("a"), _ => content);
            }
        }

        await using var reopened = Open();

        Assert.True(new FileInfo(Log).Length < 3_000_000);
        var stored = Assert.Single(reopened.List(GroupResource.ConfigMaps).Items);
        Assert.StartsWith("59x", (string?)stored.Content["data"]!["value"]);
    }

    [Fact]
    public async Task A_start_that_finds_an_unfinished_snapshot_ignores_it()
    {
        await using (var store = Open())
            await store.CreateAsync(Key("a"), Content("a"));
        await File.WriteAllTextAsync(_directory.Combine("00000002.log.tmp"), "half");

        await using var reopened = Open();

        Assert.Single(reopened.List(GroupResource.ConfigMaps).Items);
        Assert.Single(Directory.GetFiles(_directory.Path));
    }

    private ResourceStore Open() => ResourceStore.Open(_directory.Path, TimeProvider.System);

    private static ResourceKey Key(string name) => GroupResource.ConfigMaps.Key("ns", name);

    private static JsonObject Content(string name) =>
        new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "ConfigMap",
            ["metadata"] = new JsonObject { ["name"] = name },
        };
}
