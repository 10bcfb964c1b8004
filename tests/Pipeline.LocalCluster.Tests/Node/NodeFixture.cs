using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.LocalCluster.Events;
using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Node;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Node;

/// <summary>A node with a store and an image registry of its own.</summary>
internal sealed class NodeFixture : IAsyncDisposable, IServiceAccountKubeconfigs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryDirectory _directory = new();

    public NodeFixture()
    {
        Options = new ClusterOptions
        {
            Root = _directory.Combine("cluster"),
            Registry = _directory.Combine("registry"),
        };
        Store = ResourceStore.Open(Options.StoreDirectory, TimeProvider.System);
        Disk = new FullDisk(Store);
    }

    public ClusterOptions Options { get; }

    public ResourceStore Store { get; }

    /// <summary>The store as the node sees it.</summary>
    public FullDisk Disk { get; }

    public LocalNode? Node { get; private set; }

    public async Task StartAsync()
    {
        var events = new EventRecorder(Store, TimeProvider.System);
        Node = new LocalNode(Options, Disk, this, events, TimeProvider.System, NullLogger<LocalNode>.Instance);
        await Node.StartAsync(CancellationToken.None);
    }

    /// <summary>An image whose entrypoint is a shell script.</summary>
    public Task<string> ScriptAsync(string script) => TestImage.ScriptAsync(Options.Registry, script);

    /// <summary>Stores a pod with one container <c>main</c>.</summary>
    public async Task<ResourceKey> CreatePodAsync(string image, string containerFields = "{}", string podFields = "{}")
    {
        var name = $"pod-{Guid.NewGuid():N}";
        var container = JsonNode.Parse(containerFields)!.AsObject();
        (container["name"], container["image"]) = ("main", image);
        var spec = JsonNode.Parse(podFields)!.AsObject();
        spec["containers"] = new JsonArray(container);
        var key = GroupResource.Pods.Key("shop", name);
        await Store.CreateAsync(
            key,
            new JsonObject
            {
                ["apiVersion"] = "v1",
                ["kind"] = "Pod",
                ["metadata"] = new JsonObject
                {
                    ["name"] = name,
                    ["namespace"] = "shop",
                    ["uid"] = Guid.NewGuid().ToString(),
                },
                ["spec"] = spec,
            }
        );
        return key;
    }

    /// <summary>Marks a pod as the API server does for a graceful deletion.</summary>
    public Task DeletePodAsync(ResourceKey key, int graceSeconds) =>
        Store.UpdateAsync(
            key,
            pod =>
            {
                pod["metadata"]!["deletionTimestamp"] = "2026-01-01T00:00:00Z";
                pod["metadata"]!["deletionGracePeriodSeconds"] = graceSeconds;
                return pod;
            }
        );

    /// <summary>The pod as soon as it is as wanted.</summary>
    public async Task<JsonObject> UntilAsync(ResourceKey key, Func<JsonObject, bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        await foreach (var change in Store.WatchAsync(key.Resource, key.Namespace, cancel: limit.Token))
        {
            if (change is ResourceChange.Put put && put.Object.Key == key && condition(put.Object.Content))
                return put.Object.Content;
        }

        throw new TimeoutException();
    }

    public Task<JsonObject> UntilStateAsync(ResourceKey key, string state) =>
        UntilAsync(key, pod => Container(pod).At("state", state) is not null);

    public Task<JsonObject> UntilReadyAsync(ResourceKey key) => UntilAsync(key, IsReady);

    public async Task UntilGoneAsync(ResourceKey key)
    {
        using var limit = new CancellationTokenSource(Patience);
        await foreach (var change in Store.WatchAsync(key.Resource, key.Namespace, cancel: limit.Token))
        {
            if (change is ResourceChange.Removed removed && removed.Object.Key == key || Store.Find(key) is null)
                return;
        }
    }

    /// <summary>The message of the event with that reason, as soon as it is there.</summary>
    public async Task<string> UntilEventAsync(ResourceKey key, string reason)
    {
        using var limit = new CancellationTokenSource(Patience);
        await foreach (var change in Store.WatchAsync(GroupResource.Events, key.Namespace, cancel: limit.Token))
        {
            var content = (change as ResourceChange.Put)?.Object.Content;
            if (content.Text("involvedObject", "name") == key.Name && content.Text("reason") == reason)
                return content.Text("message") ?? "";
        }

        throw new TimeoutException();
    }

    public static JsonNode? Container(JsonObject pod) => pod.Items("status", "containerStatuses").FirstOrDefault();

    public static bool IsReady(JsonObject pod) =>
        pod.Items("status", "conditions").Any(it => it.Text("type") == "Ready" && it.Text("status") == "True");

    /// <summary>Answers connections at the pod's address in the place of its process.</summary>
    public static Socket Listen(JsonObject pod, int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(IPAddress.Parse(pod.Text("status", "podIP")!), port));
        socket.Listen();
        return socket;
    }

    public async Task<string> LogAsync(ResourceKey key, bool previous = false)
    {
        var output = new MemoryStream();
        var request = new PodLogRequest(key, "main") { Previous = previous };
        await Node!.Logs.WriteToAsync(request, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>The output as soon as it is as wanted.</summary>
    public async Task<string> UntilLogAsync(ResourceKey key, Func<string, bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var log = await LogAsync(key);
            if (condition(log))
                return log;
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    string IServiceAccountKubeconfigs.For(string ns, string serviceAccount) => $"kubeconfig of {ns}/{serviceAccount}";

    public async ValueTask DisposeAsync()
    {
        if (Node is not null)
            await Node.DisposeAsync();
        await Store.DisposeAsync();
        _directory.Dispose();
    }
}
