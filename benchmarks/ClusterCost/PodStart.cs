using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Pipeline.LocalCluster.Storage;
using Pipeline.LocalCluster.Tests.Cluster;
using Pipeline.LocalCluster.Tests.Node;

namespace ClusterCost;

/// <summary>How long a pod takes from its creation until it is ready, beside the time that its service takes to answer.</summary>
internal static class PodStart
{
    private const int Times = 10;
    private const string Pods = "/api/v1/namespaces/default/pods";
    private static readonly IPEndPoint Here = new(IPAddress.Parse("127.1.2.3"), 8080);

    public static async Task PrintAsync(ClusterProcess cluster, ApiClient api)
    {
        var image = await TestImage.ScriptAsync(Path.Combine(cluster.Root, "registry"), $"exec {Service.Command}");
        var alone = new List<double>();
        var pods = new List<double>();
        await RunPodAsync(api, image, "first");
        for (var i = 0; i < Times; i++)
        {
            alone.Add(await RunAloneAsync());
            pods.Add(await RunPodAsync(api, image, $"pod-{i}"));
        }

        Figures.Print("a service until it answers", alone);
        Figures.Print("a pod of it until it is ready", pods);
    }

    private static async Task<double> RunPodAsync(ApiClient api, string image, string name)
    {
        var ready = UntilReadyAsync(api, name);
        var clock = Stopwatch.StartNew();
        await api.PostAsync(
            Pods,
            $$$"""
            {"metadata":{"name":"{{{name}}}"},"spec":{"containers":[{"name":"main","image":"{{{image}}}",
             "env":[{"name":"POD_IP","valueFrom":{"fieldRef":{"fieldPath":"status.podIP"} } }],
             "ports":[{"containerPort":8080}],
             "readinessProbe":{"httpGet":{"path":"/","port":8080},"periodSeconds":1} } ] } }
            """
        );
        await ready;
        var took = clock.Elapsed.TotalMilliseconds;
        await api.DeleteAsync($"{Pods}/{name}?gracePeriodSeconds=0");
        return took;
    }

    private static async Task UntilReadyAsync(ApiClient api, string name)
    {
        await foreach (var change in api.WatchAsync($"{Pods}?watch=true&fieldSelector=metadata.name%3D{name}"))
        {
            if (change.Items("object", "status", "containerStatuses").Any(status => status.Flag("ready")))
                return;
        }
    }

    private static async Task<double> RunAloneAsync()
    {
        var clock = Stopwatch.StartNew();
        var start = new ProcessStartInfo("/bin/sh") { Environment = { ["POD_IP"] = $"{Here.Address}" } };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"exec {Service.Command}");
        using var process = Process.Start(start)!;
        while (!await AnswersAsync())
            await Task.Delay(1);
        var took = clock.Elapsed.TotalMilliseconds;
        process.Kill();
        await process.WaitForExitAsync();
        return took;
    }

    private static async Task<bool> AnswersAsync()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(Here);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
