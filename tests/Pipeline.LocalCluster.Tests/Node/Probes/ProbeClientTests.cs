using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Pipeline.LocalCluster.Node.Probes;
using Pipeline.LocalCluster.Tests.Gateway;

namespace Pipeline.LocalCluster.Tests.Node.Probes;

public sealed class ProbeClientTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ProbeClient _client = new(TimeProvider.System);

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(200, true)]
    [InlineData(302, true)]
    [InlineData(404, false)]
    [InlineData(503, false)]
    public async Task The_status_decides(int status, bool success)
    {
        await using var origin = await OriginServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var result = await RunAsync(Get(origin));

        Assert.Equal(success, result.Success);
        Assert.Equal(success ? "" : $"HTTP probe failed with statuscode: {status}", result.Message);
    }

    [Fact]
    public async Task Path_and_headers_are_sent()
    {
        await using var origin = await OriginServer.StartAsync(context =>
        {
            var asked = $"{context.Request.Path}{context.Request.QueryString} {context.Request.Headers["X-Probe"]}";
            context.Response.StatusCode = asked == "/ready?full=1 yes" ? 200 : 400;
            return Task.CompletedTask;
        });

        var result = await RunAsync(
            Get(origin) with
            {
                Path = "ready?full=1",
                Headers = [KeyValuePair.Create("X-Probe", "yes")],
            }
        );

        Assert.True(result.Success);
    }

    [Fact]
    public async Task Silence_is_a_failure_after_the_timeout()
    {
        await using var origin = await OriginServer.StartAsync(context =>
            Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default)
        );

        var result = await _client.RunAsync(
            Get(origin),
            "127.0.0.1",
            TimeSpan.FromMilliseconds(20),
            CancellationToken.None
        );

        Assert.Equal(ProbeResult.Failed("no answer within 0.02 s"), result);
    }

    [Fact]
    public async Task A_connection_that_is_accepted_is_a_success()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();

        var result = await RunAsync(new ProbeAction.Tcp(null, ((IPEndPoint)listener.LocalEndPoint!).Port));

        Assert.True(result.Success);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_port_that_nobody_listens_on_is_a_failure(bool http)
    {
        var port = int.Parse(OriginServer.DeadEndpoint().Split(':')[1]);

        var result = await RunAsync(http ? Get(port) : new ProbeAction.Tcp(null, port));

        Assert.False(result.Success);
        Assert.NotEmpty(result.Message);
    }

    [Fact]
    public async Task A_port_name_that_the_container_does_not_have_is_a_failure()
    {
        var result = await RunAsync(new ProbeAction.Tcp(null, 0));

        Assert.Contains("no port of the name", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_no_result()
    {
        var probe = () => _client.RunAsync(Get(1), "127.0.0.1", Patience, new CancellationToken(true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(probe);
    }

    private Task<ProbeResult> RunAsync(ProbeAction action) =>
        _client.RunAsync(action, "127.0.0.1", Patience, CancellationToken.None);

    private static ProbeAction.Http Get(OriginServer origin) => Get(int.Parse(origin.Endpoint.Split(':')[1]));

    private static ProbeAction.Http Get(int port) => new(null, port, "http", "/", []);
}
