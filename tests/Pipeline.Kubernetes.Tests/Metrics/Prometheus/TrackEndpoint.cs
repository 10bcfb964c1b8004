using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Kubernetes.Tests.Metrics.Prometheus;

/// <summary>The metrics of a track on which a hundred requests happen between two scrapes.</summary>
internal sealed class TrackEndpoint : IAsyncDisposable
{
    private readonly WebApplication app;
    private int scrapes;

    private TrackEndpoint(WebApplication app) => this.app = app;

    public string Target => new Uri(app.Urls.Single()).Authority;

    /// <param name="errors">How many of the hundred fail.</param>
    /// <param name="orders">How many of the hundred are orders.</param>
    public static async Task<TrackEndpoint> StartAsync(int errors, int orders)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var endpoint = new TrackEndpoint(builder.Build());
        endpoint.app.Run(context => context.Response.WriteAsync(endpoint.Count(errors, orders)));
        await endpoint.app.StartAsync();
        return endpoint;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private string Count(int errors, int orders)
    {
        var times = Interlocked.Increment(ref scrapes);
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            # TYPE requests_total counter
            requests_total{status="200"} {{times * (100 - errors)}}
            requests_total{status="500"} {{times * errors}}
            # TYPE seconds histogram
            seconds_bucket{le="0.5"} {{times * (100 - errors)}}
            seconds_bucket{le="1"} {{times * 100}}
            seconds_bucket{le="+Inf"} {{times * 100}}
            seconds_sum 1
            seconds_count {{times * 100}}
            # TYPE orders_total counter
            orders_total {{times * orders}}

            """
        );
    }
}
