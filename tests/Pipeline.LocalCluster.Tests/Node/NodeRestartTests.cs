using Pipeline.LocalCluster.Node.Processes;
using Pipeline.LocalCluster.Storage;
using static Pipeline.LocalCluster.Tests.Node.NodeFixture;

namespace Pipeline.LocalCluster.Tests.Node;

public sealed class NodeRestartTests : IAsyncLifetime
{
    private const string Forever = "exec sleep 1000";

    private readonly NodeFixture _fixture = new();
    private readonly ExitWatcher _watcher = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _fixture.DisposeAsync();
        _watcher.Dispose();
    }

    [Fact]
    public async Task A_stopped_node_ends_its_processes_and_keeps_its_pods()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(await _fixture.ScriptAsync("echo $$; " + Forever));
        await _fixture.UntilReadyAsync(key);
        var pid = int.Parse(await _fixture.UntilLogAsync(key, log => log.EndsWith('\n')));

        await _fixture.Node!.StopAsync(CancellationToken.None);

        Assert.False(Directory.Exists($"/proc/{pid}"));
        var pod = _fixture.Store.Find(key)!.Content;
        Assert.False(IsReady(pod));
        Assert.Equal(143, Container(pod).Int("state", "terminated", "exitCode"));
        Assert.Empty(Directory.GetFiles(Path.Combine(_fixture.Options.PodsDirectory, "processes")));
    }

    [Fact]
    public async Task A_process_that_does_not_listen_does_not_hold_up_the_stop()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(
            await _fixture.ScriptAsync("trap '' TERM; echo up; while :; do sleep 0.02; done")
        );
        await _fixture.UntilLogAsync(key, log => log.Length > 0);

        await _fixture.Node!.StopAsync(new CancellationToken(true));

        Assert.Equal(137, Container(_fixture.Store.Find(key)!.Content).Int("state", "terminated", "exitCode"));
    }

    [Fact]
    public async Task The_next_start_runs_the_same_pods_again()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(await _fixture.ScriptAsync(Forever));
        var before = await _fixture.UntilReadyAsync(key);
        await _fixture.Node!.DisposeAsync();

        await _fixture.StartAsync();

        var after = await _fixture.UntilReadyAsync(key);
        Assert.Equal(before.Text("metadata", "uid"), after.Text("metadata", "uid"));
        Assert.Equal(before.Text("status", "podIP"), after.Text("status", "podIP"));
        Assert.Equal(1, Container(after).Int("restartCount"));
        Assert.Equal(143, Container(after).Int("lastState", "terminated", "exitCode"));
    }

    [Fact]
    public async Task A_process_that_outlived_its_cluster_is_adopted()
    {
        var (key, child) = await OrphanAsync(Forever);

        await _fixture.StartAsync();

        var pod = await _fixture.UntilReadyAsync(key);
        Assert.Equal(2, Container(pod).Int("restartCount"));
        Assert.Equal("127.99.0.7", pod.Text("status", "podIP"));
        Assert.False(child.Exited.IsCompleted);
        await _fixture.Node!.StopAsync(CancellationToken.None);
        await child.Exited.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task An_adopted_process_that_ends_is_started_again()
    {
        var (key, child) = await OrphanAsync(Forever);
        await _fixture.StartAsync();
        await _fixture.UntilReadyAsync(key);

        child.Kill();

        var pod = await _fixture.UntilAsync(key, it => Container(it).Int("restartCount") == 3 && IsReady(it));
        Assert.Equal("Running", pod.Text("status", "phase"));
    }

    [Fact]
    public async Task A_process_that_ended_with_its_cluster_is_started_again()
    {
        var (key, child) = await OrphanAsync(Forever);
        child.Kill();
        await child.Exited;
        await _fixture.Store.UpdateAsync(
            key,
            pod =>
            {
                pod["status"] = System.Text.Json.Nodes.JsonNode.Parse(
                    """
                    {"containerStatuses":[{"name":"main","containerID":"pipeline://before","restartCount":2,
                      "state":{"running":{"startedAt":"2026-01-01T00:00:00Z"}}}]}
                    """
                );
                return pod;
            }
        );

        await _fixture.StartAsync();

        var pod = await _fixture.UntilReadyAsync(key);
        Assert.Equal(3, Container(pod).Int("restartCount"));
        Assert.Equal("ContainerStatusUnknown", Container(pod).Text("lastState", "terminated", "reason"));
    }

    [Fact]
    public async Task A_process_whose_pod_is_gone_is_ended()
    {
        var (key, child) = await OrphanAsync(Forever);
        await _fixture.Store.DeleteAsync(key);

        await _fixture.StartAsync();

        await child.Exited.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_pod_that_was_being_deleted_is_ended_by_the_next_start()
    {
        var (key, child) = await OrphanAsync(Forever);
        await _fixture.DeletePodAsync(key, graceSeconds: 20);

        await _fixture.StartAsync();

        await _fixture.UntilGoneAsync(key);
        await child.Exited.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task What_no_pod_needs_any_more_is_removed()
    {
        var unused = await _fixture.ScriptAsync("exit 0");
        var abandoned = Path.Combine(_fixture.Options.PodsDirectory, "run", "gone");
        Directory.CreateDirectory(abandoned);
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(unused, podFields: """{"restartPolicy":"Never"}""");
        await _fixture.UntilAsync(key, pod => pod.Text("status", "phase") == "Succeeded");
        await _fixture.Node!.DisposeAsync();
        await _fixture.Store.DeleteAsync(key);

        await _fixture.StartAsync();

        Assert.False(Directory.Exists(abandoned));
        Assert.Empty(Directory.GetDirectories(Path.Combine(_fixture.Options.PodsDirectory, "images")));
    }

    [Fact]
    public async Task The_latest_output_of_pods_that_are_gone_is_kept()
    {
        Directory.CreateDirectory(_fixture.Options.LogsDirectory);
        for (var day = 1; day <= 60; day++)
        {
            var log = Path.Combine(_fixture.Options.LogsDirectory, $"shop_gone-{day}_main.log");
            await File.WriteAllTextAsync(log, "");
            File.SetLastWriteTimeUtc(log, DateTime.UnixEpoch.AddDays(day));
        }

        await _fixture.StartAsync();

        var left = Directory.GetFiles(_fixture.Options.LogsDirectory).Select(Path.GetFileName).ToList();
        Assert.Equal(50, left.Count);
        Assert.Contains("shop_gone-60_main.log", left);
    }

    /// <summary>A pod with a process that runs although no node does, as a killed cluster process leaves it.</summary>
    private async Task<(ResourceKey Key, ChildProcess Child)> OrphanAsync(string script)
    {
        var key = await _fixture.CreatePodAsync(await _fixture.ScriptAsync(script));
        var uid = _fixture.Store.Find(key)!.Content.Text("metadata", "uid")!;
        var ledger = new ChildLedger(Path.Combine(_fixture.Options.PodsDirectory, "processes"), _watcher);
        var launch = new Launch
        {
            Program = "/bin/sh",
            Arguments = ["sh", "-c", script],
            Environment = new Dictionary<string, string>(),
            WorkingDirectory = "/",
            LogFile = "/dev/null",
        };
        var record = new ChildRecord
        {
            Launch = Guid.NewGuid().ToString("N"),
            PodUid = uid,
            Container = "main",
            PodIp = "127.99.0.7",
            RestartCount = 2,
            StartedAt = DateTimeOffset.UnixEpoch,
        };
        return (key, ledger.Start(launch, record));
    }
}
