using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Pipeline.LocalCluster.Node.Probes;

/// <summary>Carries out probes, each over a connection of its own, since accepting one is part of what is asked.</summary>
internal sealed class ProbeClient(TimeProvider time) : IDisposable
{
    private readonly HttpMessageInvoker _client = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            // A probe asks whether the service is alive, not who it is; Kubernetes does not verify here either.
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
            },
        }
    );

    /// <summary>Asks the container behind <paramref name="podIp"/>; silence beyond <paramref name="timeout"/> is a failure.</summary>
    public async Task<ProbeResult> RunAsync(
        ProbeAction action,
        string podIp,
        TimeSpan timeout,
        CancellationToken cancel
    )
    {
        if (action.Port == 0)
            return ProbeResult.Failed("the container has no port of the name that the probe gives");
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            var host = action.Host ?? podIp;
            return action is ProbeAction.Http http
                ? await GetAsync(http, host, either.Token)
                : await ConnectAsync(host, action.Port, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ProbeResult.Failed($"no answer within {timeout.TotalSeconds} s");
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or UriFormatException)
        {
            return ProbeResult.Failed(e.Message);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<ProbeResult> GetAsync(ProbeAction.Http probe, string host, CancellationToken cancel)
    {
        var path = probe.Path.StartsWith('/') ? probe.Path : "/" + probe.Path;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{probe.Scheme}://{host}:{probe.Port}{path}");
        request.Headers.ConnectionClose = true;
        request.Headers.TryAddWithoutValidation("User-Agent", "kube-probe/embedded");
        foreach (var (name, value) in probe.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client.SendAsync(request, cancel);
        return response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.BadRequest
            ? ProbeResult.Ok
            : ProbeResult.Failed($"HTTP probe failed with statuscode: {(int)response.StatusCode}");
    }

    private static async Task<ProbeResult> ConnectAsync(string host, int port, CancellationToken cancel)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(host, port, cancel);
        return ProbeResult.Ok;
    }
}
