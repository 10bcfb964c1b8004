using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Node;

public sealed class NodeDiskTests : IAsyncLifetime
{
    private readonly NodeFixture _fixture = new();

    public Task InitializeAsync() => _fixture.StartAsync();

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_pod_that_ends_while_the_disk_is_full_is_removed_once_there_is_room()
    {
        var key = await _fixture.CreatePodAsync(await _fixture.ScriptAsync("exec sleep 1000"));
        await _fixture.UntilReadyAsync(key);

        _fixture.Disk.IsFull = true;
        await _fixture.DeletePodAsync(key, graceSeconds: 0);
        await _fixture.Disk.Refused;
        _fixture.Disk.IsFull = false;

        await _fixture.UntilGoneAsync(key);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_pod_that_is_refused_while_the_disk_is_full_says_so_once_there_is_room()
    {
        _fixture.Disk.IsFull = true;
        var key = await _fixture.CreatePodAsync(
            "registry.example/any@sha256:" + new string('0', 64),
            """{"volumeMounts":[{"name":"scratch","mountPath":"/var"}]}""",
            """{"volumes":[{"name":"scratch","emptyDir":{}}]}"""
        );
        await _fixture.Disk.Refused;
        _fixture.Disk.IsFull = false;

        var pod = await _fixture.UntilAsync(key, it => it.Text("status", "phase") == "Failed");
        Assert.Contains("can only mount at /tmp", pod.Text("status", "message"));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_node_goes_on_however_many_pods_come_and_go()
    {
        var image = await _fixture.ScriptAsync("exec sleep 1000");

        await Parallel.ForAsync(
            0,
            200,
            async (_, _) =>
            {
                var key = await _fixture.CreatePodAsync(image);
                await _fixture.DeletePodAsync(key, graceSeconds: 0);
                await _fixture.UntilGoneAsync(key);
            }
        );

        await _fixture.UntilReadyAsync(await _fixture.CreatePodAsync(image));
    }
}
