using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;
using Pipeline.LocalCluster.Tests.Cluster;

namespace Pipeline.LocalCluster.Tests.Node;

/// <summary>What a real death of the cluster process leaves, and what the next start makes of it.</summary>
[Trait("Category", "Slow")]
public sealed class NodeCrashTests : IDisposable
{
    private const string Pods = "/api/v1/namespaces/default/pods";
    private const string ReplicaSets = "/apis/apps/v1/namespaces/default/replicasets";

    private readonly TemporaryDirectory _directory = new();

    private string Root => _directory.Combine("cluster");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_cluster_that_was_killed_finds_its_processes_again()
    {
        var image = await TestImage.ScriptAsync(Path.Combine(Root, "registry"), "exec sleep 1000");
        var cluster = await ClusterProcess.StartAsync(Root);
        using (var api = new ApiClient(cluster))
        {
            await api.PostAsync(ReplicaSets, ReplicaSet(image, replicas: 2));
            await ReadyAsync(api, pods: 2);
        }

        var before = Processes();
        await cluster.KillAsync();
        Assert.Equal(before, Processes());

        await using var next = await ClusterProcess.StartAsync(Root);
        using var again = new ApiClient(next);
        var ready = await ReadyAsync(again, pods: 2);

        Assert.Equal(before, Processes());
        Assert.All(ready, pod => Assert.Equal(0, NodeFixture.Container(pod.AsObject()).Int("restartCount")));
        Assert.Equal(0, await next.StopAsync());
        Assert.Empty(Processes());
    }

    [Theory]
    [InlineData(20)]
    public async Task Whenever_the_cluster_is_killed_no_process_is_left(int times)
    {
        var image = await TestImage.ScriptAsync(Path.Combine(Root, "registry"), "exec sleep 1000");
        var moments = new Random(1);
        for (var time = 0; time < times; time++)
        {
            var cluster = await ClusterProcess.StartAsync(Root);
            using var api = new ApiClient(cluster);
            await api.DeleteAsync($"{ReplicaSets}/sleepers", """{"propagationPolicy":"Background"}""");
            var version = (await api.GetAsync(Pods)).Json.Text("metadata", "resourceVersion");
            await api.PostAsync(ReplicaSets, ReplicaSet(image, replicas: 5));
            await ChangesAsync(api, version, moments.Next(1, 15));
            await cluster.KillAsync();
        }

        await using var last = await ClusterProcess.StartAsync(Root);
        using (var api = new ApiClient(last))
            await ReadyAsync(api, pods: 5);
        Assert.Equal(5, Processes().Count);
        Assert.Equal(0, await last.StopAsync());
        Assert.Empty(Processes());
    }

    private static string ReplicaSet(string image, int replicas) =>
        $$"""
            {
              "metadata": { "name": "sleepers" },
              "spec": {
                "replicas": {{replicas}},
                "selector": { "matchLabels": { "app": "sleeper" } },
                "template": {
                  "metadata": { "labels": { "app": "sleeper" } },
                  "spec": { "containers": [{ "name": "main", "image": "{{image}}" }] }
                }
              }
            }
            """;

    /// <summary>The pods as soon as exactly so many are there, and all are ready.</summary>
    private static async Task<IReadOnlyList<JsonNode>> ReadyAsync(ApiClient api, int pods)
    {
        await foreach (var _ in api.WatchAsync($"{Pods}?watch=true"))
        {
            var found = (await api.GetAsync(Pods)).Json.Items("items").ToList();
            if (found.Count == pods && found.All(NodeFixture.IsReady))
                return found;
        }

        throw new InvalidOperationException("the watch ended");
    }

    // Five new pods change at least three times each: created, assigned, running.
    private static async Task ChangesAsync(ApiClient api, string? since, int count)
    {
        await foreach (var _ in api.WatchAsync($"{Pods}?watch=true&resourceVersion={since}"))
        {
            if (--count == 0)
                return;
        }
    }

    /// <summary>The numbers of the processes that run in this cluster's images.</summary>
    private SortedSet<int> Processes() =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(path => int.TryParse(Path.GetFileName(path), out var pid) ? pid : 0)
                .Where(pid => pid > 0 && WorkingDirectory(pid)?.StartsWith(Root, StringComparison.Ordinal) == true),
        ];

    private static string? WorkingDirectory(int pid)
    {
        try
        {
            return new FileInfo($"/proc/{pid}/cwd").LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
