using Pipeline.LocalCluster.Storage;
using Pipeline.LocalCluster.Tests.Node;

namespace Pipeline.LocalCluster.Tests.Cluster;

/// <summary>Kills a cluster again and again while four clients write to it and pods start.</summary>
public sealed class KillsUnderLoad(string root)
{
    private const int Writers = 4;
    private const int WritesPerRound = 50;
    private const int RoundsPerPod = 5;
    private const string Core = "/api/v1/namespaces/default";

    private readonly List<string> _acknowledged = [];

    public async Task<KillOutcome> RunAsync(int times)
    {
        var image = await TestImage.ScriptAsync(Path.Combine(root, "registry"), "exec sleep 100000");
        for (var round = 0; round < times; round++)
        {
            await using var cluster = await ClusterProcess.StartAsync(root);
            using var api = new ApiClient(cluster);
            if (round % RoundsPerPod == 0)
                await api.PostAsync($"{Core}/pods", Pod($"pod{round}", image));
            var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(i => WriteAsync(api, $"round{round}-{i}")));
            for (var enough = Count() + WritesPerRound; Count() < enough; )
                await Task.Yield();
            await cluster.KillAsync();
            await writing;
        }

        return await LookAsync();
    }

    private async Task<KillOutcome> LookAsync()
    {
        await using var cluster = await ClusterProcess.StartAsync(root);
        using var api = new ApiClient(cluster);
        var maps = (await api.GetAsync($"{Core}/configmaps")).Json.Items("items").ToList();
        var names = maps.Select(map => map.Text("metadata", "name")!).ToHashSet();
        var pods = (await api.GetAsync($"{Core}/pods")).Json.Items("items").ToList();
        while (pods.Any(pod => pod.Text("status", "phase") != "Running"))
            pods = [.. (await api.GetAsync($"{Core}/pods")).Json.Items("items")];
        var processes = Processes();
        await cluster.StopAsync();
        return new KillOutcome(
            _acknowledged.Count,
            [.. _acknowledged.Except(names)],
            [.. maps.Where(map => map.Text("data", "last") != "whole").Select(map => map.Text("metadata", "name")!)],
            pods.Count,
            processes,
            Processes()
        );
    }

    private async Task WriteAsync(ApiClient api, string writer)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                var name = $"{writer}-{i}";
                var map = $$$"""{"metadata":{"name":"{{{name}}}"},"data":{"first":"x","last":"whole"}}""";
                if ((await api.PostAsync($"{Core}/configmaps", map)).Code != 201)
                    return;
                lock (_acknowledged)
                    _acknowledged.Add(name);
            }
        }
        catch (HttpRequestException)
        {
            // The cluster is gone, as planned.
        }
    }

    private int Count()
    {
        lock (_acknowledged)
            return _acknowledged.Count;
    }

    // A pod's process works in a directory of its unpacked image, below the root of its cluster.
    private int Processes() =>
        Directory
            .EnumerateDirectories("/proc")
            .Count(process => WorkingDirectory(process).StartsWith(root, StringComparison.Ordinal));

    private static string WorkingDirectory(string process)
    {
        try
        {
            return Directory.ResolveLinkTarget(Path.Combine(process, "cwd"), returnFinalTarget: false)?.FullName ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's process, or one that has just ended.
            return "";
        }
    }

    private static string Pod(string name, string image) =>
        $$$"""
            {"metadata":{"name":"{{{name}}}"},
             "spec":{"terminationGracePeriodSeconds":1,"containers":[{"name":"main","image":"{{{image}}}"}]}}
            """;
}
