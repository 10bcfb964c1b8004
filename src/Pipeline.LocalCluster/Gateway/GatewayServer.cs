using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using Pipeline.LocalCluster.Gateway.Forwarding;
using Pipeline.LocalCluster.Gateway.Metrics;
using Pipeline.LocalCluster.Gateway.Routing;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Gateway;

/// <summary>
/// The one port through which traffic reaches the services: plain HTTP on loopback, split by the weights of the HTTPRoutes
/// in the store. <c>http://localhost:PORT/-/metrics</c> shows requests and latencies by backend.
/// </summary>
public sealed class GatewayServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly KestrelServer _server;
    private readonly Forwarder _forwarder;
    private readonly Task _following;

    private GatewayServer(KestrelServer server, Forwarder forwarder, LiveRoutingTable routes)
    {
        (_server, _forwarder) = (server, forwarder);
        _following = routes.FollowAsync(_stop.Token);
    }

    /// <summary>Serves a bound socket, which is the gateway's from now on; the routes in the store hold at once.</summary>
    /// <param name="store">Read for HTTPRoutes, Services and endpoint slices.</param>
    /// <param name="socket">Listens on loopback.</param>
    /// <param name="time">Measures latencies.</param>
    /// <param name="seeds">Decides the order of the requests in each block of 100.</param>
    /// <param name="logs">Where Kestrel's own warnings go.</param>
    /// <param name="cancel">Gives up the start.</param>
    public static async Task<GatewayServer> StartAsync(
        IResourceStore store,
        Socket socket,
        TimeProvider time,
        Random seeds,
        ILoggerFactory logs,
        CancellationToken cancel = default
    )
    {
        var metrics = new GatewayMetrics();
        var routes = new LiveRoutingTable(store, new RoutingTableBuilder(store, metrics, seeds));
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;
        options.Listen((IPEndPoint)socket.LocalEndPoint!, listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportOptions { CreateBoundListenSocket = _ => socket };
        var forwarder = new Forwarder();
        var server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(transport), logs),
            logs
        );
        await server.StartAsync(new GatewayApplication(routes, forwarder, metrics, time), cancel);
        return new GatewayServer(server, forwarder, routes);
    }

    /// <summary>Takes no more connections, and waits for the requests in flight until <paramref name="cancel"/>.</summary>
    public Task StopAsync(CancellationToken cancel) => _server.StopAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _server.Dispose();
        _forwarder.Dispose();
        _stop.Dispose();
    }
}
