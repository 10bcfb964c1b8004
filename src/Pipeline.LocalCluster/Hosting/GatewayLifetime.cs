using Pipeline.LocalCluster.Gateway;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Hosting;

/// <summary>Runs the gateway as long as the cluster runs.</summary>
internal sealed class GatewayLifetime(
    ClusterSockets sockets,
    IResourceStore store,
    TimeProvider time,
    ILoggerFactory logs
) : IHostedService
{
    private GatewayServer? _server;

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _server = await GatewayServer.StartAsync(store, sockets.Gateway, time, Random.Shared, logs, cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is not { } server)
            return;
        await server.StopAsync(cancellationToken);
        await server.DisposeAsync();
    }
}
