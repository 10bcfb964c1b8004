using Pipeline.LocalCluster.Gateway.Routing;

namespace Pipeline.LocalCluster.Gateway.Forwarding;

/// <summary>Sends requests to the endpoints of a backend, in turn, and their answers back.</summary>
internal sealed class Forwarder : IDisposable
{
    private readonly HttpMessageInvoker _client = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromSeconds(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        }
    );

    /// <summary>
    /// Answers the request from one of the backend's endpoints. The next one is tried only when the connection could
    /// not be made; a request that an endpoint may have seen is never sent again.
    /// </summary>
    public async Task ForwardAsync(HttpContext context, Backend backend)
    {
        if (backend.Problem is not null)
        {
            await GatewayProblem.WriteAsync(context, StatusCodes.Status500InternalServerError, backend.Problem);
            return;
        }

        try
        {
            using var response = await SendAsync(context, backend);
            if (response is not null)
                await ForwardedResponse.CopyAsync(response, context.Response, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            await BreakOffAsync(context, e);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage?> SendAsync(HttpContext context, Backend backend)
    {
        var endpoints = backend.Endpoints;
        if (endpoints.IsEmpty)
        {
            var service = $"{backend.Counters.Namespace}/{backend.Counters.Service}";
            var detail = $"The Service {service} has no ready endpoint.";
            await GatewayProblem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, detail);
            return null;
        }

        var turn = backend.NextTurn();
        for (var attempt = 1; ; attempt++, turn++)
        {
            var body =
                context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0
                    ? new StreamedBody(context.Request)
                    : null;
            var request = ForwardedRequest.Create(context, endpoints[(int)(turn % (uint)endpoints.Length)], body);
            try
            {
                return await _client.SendAsync(request, context.RequestAborted);
            }
            catch (HttpRequestException e)
                when (e.HttpRequestError == HttpRequestError.ConnectionError
                    && body is not { Begun: true }
                    && attempt < endpoints.Length
                ) { }
        }
    }

    private static async Task BreakOffAsync(HttpContext context, Exception cause)
    {
        // A client that has seen the beginning of an answer learns from the broken connection that there is no end.
        if (context.Response.HasStarted)
            context.Abort();
        else
            await GatewayProblem.WriteAsync(context, StatusCodes.Status502BadGateway, $"No answer: {cause.Message}");
    }
}
