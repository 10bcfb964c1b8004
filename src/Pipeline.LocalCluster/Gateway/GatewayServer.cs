using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using Pipeline.LocalCluster.Gateway.Forwarding;
using Pipeline.LocalCluster.Gateway.Metrics;
using Pipeline.LocalCluster.Gateway.Routing;
using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Gateway;

/// <summary>
/// The one port through which traffic reaches the services: plain HTTP on loopback, split by the weights of the HTTPRoutes
/// in the store. <c>http://localhost:PORT/-/metrics</c> shows requests and latencies by backend.
/// </summary>
public sealed class GatewayServer : IHostedService, IAsyncDisposable
{
    // Requests that last longer than this are broken off when the cluster stops.
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly LiveRoutingTable _routes;
    private readonly Forwarder _forwarder = new();
    private readonly GatewayApplication _application;
    private readonly KestrelServer _server;
    private readonly TimeProvider _time;
    private Task _following = Task.CompletedTask;

    /// <param name="store">Read for HTTPRoutes, Services and endpoint slices.</param>
    /// <param name="sockets">The gateway's listens on loopback; it is the gateway's from now on.</param>
    /// <param name="time">Measures latencies.</param>
    /// <param name="seeds">Decides the order of the requests in each block of 100.</param>
    /// <param name="logs">Where Kestrel's own warnings go.</param>
    public GatewayServer(
        IResourceStore store,
        ClusterSockets sockets,
        TimeProvider time,
        Random seeds,
        ILoggerFactory logs
    )
    {
        var metrics = new GatewayMetrics();
        _time = time;
        _routes = new LiveRoutingTable(store, new RoutingTableBuilder(store, metrics, seeds));
        _application = new GatewayApplication(_routes, _forwarder, metrics, time);
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;
        options.Listen((IPEndPoint)sockets.Gateway.LocalEndPoint!, listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportOptions
        {
            CreateBoundListenSocket = _ => sockets.Gateway,
            UnsafePreferInlineScheduling = true,
        };
        _server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(transport), logs),
            logs
        );
    }

    /// <summary>
    /// Lets what waits for a socket go on in the thread that hears of it, as long as nothing in this process ever blocks
    /// there. At 1,000 requests per second a request costs 0.11 ms of processor time instead of 0.30 ms, which the services
    /// beside the gateway get. Only before the first socket is used.
    /// </summary>
    public static void CompleteSocketsInline() =>
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

    /// <summary>Serves; the routes in the store hold from the first request on.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _following = _routes.FollowAsync(_stop.Token);
        await _server.StartAsync(_application, cancellationToken);
    }

    /// <summary>Takes no more connections, and waits up to 5 s for the requests in flight.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(DrainLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await _server.StopAsync(either.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _server.Dispose();
        _forwarder.Dispose();
        _stop.Dispose();
    }
}
