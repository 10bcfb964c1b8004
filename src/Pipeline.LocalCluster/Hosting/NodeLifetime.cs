using Pipeline.LocalCluster.Node;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Hosting;

/// <summary>Runs the node as long as the cluster runs, and hands out the logs of its pods.</summary>
internal sealed class NodeLifetime(
    ClusterOptions options,
    IResourceStore store,
    IServiceAccountKubeconfigs kubeconfigs,
    TimeProvider time,
    ILoggerFactory logs
) : IHostedService, IPodLogs
{
    private LocalNode? _node;

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _node = await LocalNode.StartAsync(options, store, kubeconfigs, time, logs);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_node is not { } node)
            return;
        await node.StopAsync(cancellationToken);
        await node.DisposeAsync();
    }

    public Task WriteToAsync(PodLogRequest request, Stream destination, CancellationToken cancel) =>
        _node!.Logs.WriteToAsync(request, destination, cancel);
}
