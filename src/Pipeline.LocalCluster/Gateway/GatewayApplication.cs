using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;
using Pipeline.LocalCluster.Gateway.Forwarding;
using Pipeline.LocalCluster.Gateway.Metrics;

namespace Pipeline.LocalCluster.Gateway;

/// <summary>
/// Answers one request after the other straight on Kestrel: there is nothing for a middleware pipeline to do, and the
/// services that run beside the gateway need the processor.
/// </summary>
internal sealed class GatewayApplication(
    LiveRoutingTable routes,
    Forwarder forwarder,
    GatewayMetrics metrics,
    TimeProvider time
) : IHttpApplication<HttpContext>
{
    private const string MetricsPath = "/-/metrics";

    public HttpContext CreateContext(IFeatureCollection features)
    {
        // Kestrel keeps the context with the connection, so that it is made once per connection.
        if (features is not IHostContextContainer<HttpContext> connection)
            return new DefaultHttpContext(features);
        if (connection.HostContext is DefaultHttpContext used)
            used.Initialize(features);
        else
            connection.HostContext = new DefaultHttpContext(features);
        return connection.HostContext!;
    }

    public void DisposeContext(HttpContext context, Exception? exception) =>
        ((DefaultHttpContext)context).Uninitialize();

    public Task ProcessRequestAsync(HttpContext context)
    {
        if (context.Request is { Path.Value: MetricsPath, Host.Host: "localhost" })
            return ShowMetricsAsync(context);
        var rule = routes.Current.Find(context.Request);
        if (rule is null)
            return MissAsync(context);
        if (rule.Rule.Problem is { } problem)
            return GatewayProblem.WriteAsync(context, StatusCodes.Status500InternalServerError, problem);
        return rule.Next() is { } backend ? ForwardAsync(context, backend) : RefuseAsync(context);
    }

    private async Task ForwardAsync(HttpContext context, Routing.Backend backend)
    {
        var start = time.GetTimestamp();
        await forwarder.ForwardAsync(context, backend);
        backend.Counters.Count(context.Response.StatusCode, time.GetElapsedTime(start));
    }

    private static Task RefuseAsync(HttpContext context) =>
        GatewayProblem.WriteAsync(
            context,
            StatusCodes.Status500InternalServerError,
            $"The rule for {context.Request.Host}{context.Request.Path} has no backend with a weight above 0."
        );

    private static Task MissAsync(HttpContext context)
    {
        var detail = $"No HTTPRoute matches host {context.Request.Host.Host} and path {context.Request.Path}.";
        return GatewayProblem.WriteAsync(context, StatusCodes.Status404NotFound, detail);
    }

    private Task ShowMetricsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return context.Response.WriteAsync(metrics.Text(), context.RequestAborted);
    }
}
