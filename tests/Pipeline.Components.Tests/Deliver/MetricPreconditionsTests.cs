using System.Collections.Immutable;
using Pipeline.Components.Deliver;
using Pipeline.Core;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Exposition;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Metrics;

namespace Pipeline.Components.Tests.Deliver;

public sealed class MetricPreconditionsTests
{
    private static readonly DeliveryEnvironment Production = DeliveryFixture.Production with
    {
        Prometheus = new PrometheusServer(new Uri("http://prometheus.example"))
        {
            Login = new PrometheusLogin.Bearer { SecretVariable = "PROMETHEUS_TOKEN" },
        },
        Metrics =
        [
            new MetricDefinition
            {
                Name = "latency",
                Kind = new MetricKind.Latency(95, TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(1000)),
                NoData = new NoDataPolicy.Hold(),
            },
        ],
    };

    [Fact]
    public async Task A_limit_that_is_no_bucket_edge_and_a_missing_secret_are_refused_together()
    {
        var refusal = await Assert.ThrowsAsync<DeliveryException>(() => DemandAsync(_ => null, Track.A));

        Assert.Equal(
            [
                "production: the environment variable PROMETHEUS_TOKEN, which holds the secret of its Prometheus login, is not set",
                "production: latency: 400 ms is no bucket edge of the histogram; it has 500 ms, 1000 ms",
            ],
            refusal.Message.Split(Environment.NewLine)
        );
        Assert.Equal(ExitCode.BuildFailed, refusal.ExitCode);
    }

    [Fact]
    public async Task A_first_version_has_no_histogram_to_compare_with()
    {
        await DemandAsync(_ => "secret", serving: null);
    }

    private static Task DemandAsync(Func<string, string?> variable, Track? serving) =>
        new MetricPreconditions(new TwoEdges(), Services.Good, Production, variable).DemandAsync(serving, default);

    private sealed class TwoEdges : ITrackMetrics
    {
        public Task<ImmutableArray<PodScrape>> ScrapeAsync(Track track, CancellationToken cancellationToken)
        {
            var text = $$"""
                # TYPE http_request_duration_seconds histogram
                http_request_duration_seconds_bucket{route="{{Services.Good.TrafficRoute}}",le="0.5"} 1
                http_request_duration_seconds_bucket{route="{{Services.Good.TrafficRoute}}",le="1"} 1
                http_request_duration_seconds_bucket{route="{{Services.Good.TrafficRoute}}",le="+Inf"} 1
                """;
            return Task.FromResult(ImmutableArray.Create(new PodScrape("a-1", 0, PrometheusText.Parse(text))));
        }
    }
}
