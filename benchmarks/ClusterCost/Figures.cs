using System.Diagnostics;
using System.Globalization;
using Pipeline.LocalCluster.Storage;
using Pipeline.LocalCluster.Tests.Cluster;

namespace ClusterCost;

/// <summary>The figures of docs/performance.md.</summary>
internal static class Figures
{
    private const int Starts = 10;
    private const int Objects = 1000;
    private const string Core = "/api/v1/namespaces/default";
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public static async Task PrintAsync(string root)
    {
        // As the build starts it.
        Environment.SetEnvironmentVariable("DOTNET_GCgen0size", "400000");
        Environment.SetEnvironmentVariable("DOTNET_EnableWriteXorExecute", "0");
        await StartUpAsync(root);
        await using var cluster = await ClusterProcess.StartAsync(root);
        using var api = new ApiClient(cluster);
        await RestAsync("idle, empty", cluster.Pid);
        await ListAsync(api);
        await PodStart.PrintAsync(cluster, api);
        await RestAsync($"idle, after all this and with {Objects} objects", cluster.Pid);
    }

    private static async Task StartUpAsync(string root)
    {
        var times = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            var clock = Stopwatch.StartNew();
            await using var cluster = await ClusterProcess.StartAsync(root);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Print("start-up (the first makes certificates)", times);
    }

    private static async Task ListAsync(ApiClient api)
    {
        for (var i = 0; i < Objects; i++)
            await api.PostAsync(
                $"{Core}/configmaps",
                $$$"""{"metadata":{"name":"map-{{{i}}}"},"data":{"key":"value"}}"""
            );
        var times = new List<double>();
        for (var i = 0; i < 100; i++)
        {
            var clock = Stopwatch.StartNew();
            var list = await api.GetAsync($"{Core}/configmaps");
            times.Add(clock.Elapsed.TotalMilliseconds);
            if (i == 0 && list.Json.Items("items").Count() < Objects)
                throw new InvalidOperationException(list.Text);
        }

        Print($"list of {Objects} objects", times);
    }

    private static async Task RestAsync(string what, int pid)
    {
        await Task.Delay(Rest);
        var before = ProcessorTime(pid);
        await Task.Delay(Rest);
        var share = (ProcessorTime(pid) - before) / Rest;
        using var process = Process.GetProcessById(pid);
        Console.WriteLine($"{what}: {process.WorkingSet64 / 1048576.0:0} MiB, {share:0.0%} of a core");
    }

    private static TimeSpan ProcessorTime(int pid)
    {
        using var process = Process.GetProcessById(pid);
        return process.TotalProcessorTime;
    }

    public static void Print(string what, List<double> milliseconds)
    {
        milliseconds.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {milliseconds[milliseconds.Count / 2]:0} ms, from {milliseconds[0]:0} to {milliseconds[^1]:0} ms ({milliseconds.Count} times)"
            )
        );
    }
}
