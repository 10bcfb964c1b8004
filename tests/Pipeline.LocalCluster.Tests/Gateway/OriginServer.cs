using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.LocalCluster.Tests.Gateway;

/// <summary>A service behind the gateway, which answers as the test says.</summary>
public sealed class OriginServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OriginServer(WebApplication app) => _app = app;

    /// <summary>Address and port, as an endpoint slice names them.</summary>
    public string Endpoint => new Uri(_app.Urls.First()).Authority;

    public static async Task<OriginServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new OriginServer(app);
    }

    /// <summary>One that answers with <paramref name="text"/>.</summary>
    public static Task<OriginServer> SayingAsync(string text) =>
        StartAsync(context => context.Response.WriteAsync(text));

    /// <summary>An address where nobody listens.</summary>
    public static string DeadEndpoint()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket.LocalEndPoint!.ToString()!;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
