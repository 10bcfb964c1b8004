using Pipeline.Core;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Metrics;
using Pipeline.Kubernetes.Metrics.Prometheus;

namespace Pipeline.Kubernetes.Tests.Metrics.Prometheus;

/// <summary>The queries of the documentation, asked of a real Prometheus that scrapes two tracks.</summary>
[Trait("Category", "Slow")]
[Trait("Needs", "Prometheus")]
public sealed class RealPrometheusTests : IAsyncLifetime
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);
    private static readonly HttpClient Http = new();

    // Two queries about a moment whose scrape is just being stored may see different sides of it.
    private static readonly TimeSpan Stored = TimeSpan.FromSeconds(1);

    private TrackEndpoint? stable;
    private TrackEndpoint? canary;
    private PrometheusProcess? prometheus;

    public async Task InitializeAsync()
    {
        if (PrometheusProcess.Find() is not { } executable)
            return;
        stable = await TrackEndpoint.StartAsync(errors: 0, orders: 50);
        canary = await TrackEndpoint.StartAsync(errors: 20, orders: 25);
        prometheus = new PrometheusProcess(executable, (stable.Target, "a"), (canary.Target, "b"));
    }

    public async Task DisposeAsync()
    {
        prometheus?.Dispose();
        foreach (var endpoint in new[] { stable, canary }.OfType<TrackEndpoint>())
            await endpoint.DisposeAsync();
    }

    [SkippableFact]
    public async Task Rates_histograms_and_gauges_of_both_tracks_are_told_apart()
    {
        var errors = await LookAsync(
            new MetricKind.ErrorRate(Percent.Of(1), Percent.Of(5)),
            new MetricSource.Prometheus
            {
                Query = """sum(increase(requests_total{track="{{track}}",status=~"5.."}[{{window}}])) or vector(0)""",
                Total = """sum(increase(requests_total{track="{{track}}"}[{{window}}]))""",
                Window = Window,
            }
        );
        Assert.Equal((0.2, 0), (Rate(errors.Canary), Rate(errors.Stable)));

        var latency = await LookAsync(
            new MetricKind.Latency(95, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1)),
            new MetricSource.Prometheus
            {
                Query = """sum by (le) (increase(seconds_bucket{track="{{track}}"}[{{window}}]))""",
                Window = Window,
            }
        );
        Assert.Equal((0.2, 0), (Slow(latency.Canary), Slow(latency.Stable)));

        var orders = await LookAsync(
            new MetricKind.Gauge { WorseWhen = Direction.LowerIsWorse, WorseThanStableBy = Percent.Of(10) },
            new MetricSource.Prometheus
            {
                Query = """sum(rate(orders_total{track="{{track}}"}[{{window}}])) * 60""",
                Window = Window,
                Step = TimeSpan.FromSeconds(1),
            }
        );
        Assert.All(orders.Points, point => Assert.True(point.Canary < 0.9 * point.Stable, point.ToString()));
    }

    [SkippableFact]
    public async Task What_it_refuses_is_told_in_its_own_words()
    {
        var client = new PrometheusClient(Http, Server(), secret: null, TimeProvider.System);
        await UntilAsync(() => client.QueryAsync("up", DateTimeOffset.UtcNow, default), IsAnswered);

        var answer = await client.QueryAsync("sum(", DateTimeOffset.UtcNow, default);
        var several = await client.QueryAsync("""{__name__="up"} or vector(1)""", DateTimeOffset.UtcNow, default);

        var refusal = Assert.IsType<PrometheusAnswer.Nothing>(answer);
        Assert.StartsWith("Prometheus refused the query: bad_data: ", refusal.Detail);
        Assert.IsType<PrometheusAnswer.Series>(several);
    }

    private async Task<MetricLook> LookAsync(MetricKind kind, MetricSource source)
    {
        var environment = TestDelivery.Production with { Prometheus = Server() };
        var sources = new MetricSources(TestDelivery.Service, environment, Http, secret: null, TimeProvider.System);
        var open = sources.Open(TestMetrics.Define(kind, source), Track.B, Track.A)!;
        return (await UntilAsync(() => open.LookAsync(DateTimeOffset.UtcNow - Stored, default), HasBothTracks))!;
    }

    // The first windows are empty, and a rate needs two scrapes.
    private static bool HasBothTracks(MetricLook? look) =>
        look switch
        {
            { Points: [_, ..] points } => points.All(point => point is { Canary: > 0, Stable: > 0 }),
            {
                Canary: TrackReading.Counted { Counts.Requests: > 0 },
                Stable: TrackReading.Counted { Counts.Requests: > 0 }
            } => true,
            _ => false,
        };

    private static bool IsAnswered(PrometheusAnswer answer) => answer is PrometheusAnswer.Series { All: [_, _, ..] };

    private static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> enough)
    {
        var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;
        while (true)
        {
            patience.ThrowIfCancellationRequested();
            if (await ask() is { } answer && enough(answer))
                return answer;
        }
    }

    private PrometheusServer Server()
    {
        Skip.If(prometheus is null, "prometheus is not in the PATH: .ci/prerequisites installs it");
        return new PrometheusServer(prometheus.Address);
    }

    private static double Rate(TrackReading? reading) =>
        Share(reading, counts => counts.Errors, counts => counts.Requests);

    private static double Slow(TrackReading? reading) =>
        Share(reading, counts => counts.Above(TimeSpan.FromMilliseconds(500))!.Value, counts => counts.Timed);

    private static double Share(TrackReading? reading, Func<RequestCounts, long> part, Func<RequestCounts, long> all)
    {
        var counts = Assert.IsType<TrackReading.Counted>(reading).Counts;
        return Math.Round((double)part(counts) / all(counts), 2);
    }
}
