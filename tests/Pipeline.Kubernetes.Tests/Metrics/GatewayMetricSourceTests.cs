using System.Net;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Sources;

namespace Pipeline.Kubernetes.Tests.Metrics;

public sealed class GatewayMetricSourceTests
{
    private int looks;

    [Fact]
    public async Task The_requests_of_both_tracks_since_the_look_before_are_told_apart()
    {
        var source = TestMetrics.Open(
            TestMetrics.ErrorRate with
            {
                Source = new MetricSource.Gateway(),
            },
            new StubServer(_ => new StubAnswer(HttpStatusCode.OK, Text(++looks)))
        );

        var first = await source.LookAsync(DateTimeOffset.UnixEpoch, default);
        var second = await source.LookAsync(DateTimeOffset.UnixEpoch, default);

        Assert.Null(first);
        Assert.Equal(((12, 2), (90, 0)), (Counted(second!.Canary), Counted(second.Stable)));
    }

    [Fact]
    public async Task The_record_says_once_which_series_were_read()
    {
        var source = TestMetrics.Open(
            TestMetrics.ErrorRate with
            {
                Source = new MetricSource.Gateway { Series = new GatewaySeries { Requests = "edge_requests" } },
            },
            new StubServer(_ => new StubAnswer(HttpStatusCode.OK, "")),
            stable: null
        );

        var answers = new List<SourceAnswer>();
        for (var look = 0; look < 3; look++)
            answers.AddRange((await source.LookAsync(DateTimeOffset.UnixEpoch, default))?.Answers ?? []);

        Assert.Equal(
            "edge_requests{namespace=\"production\",service=\"user-service-b\"}, "
                + "gateway_request_duration_seconds{namespace=\"production\",service=\"user-service-b\"}",
            Assert.Single(answers).Query
        );
    }

    private static string Text(int times) =>
        $$"""
            # TYPE gateway_requests_total counter
            gateway_requests_total{namespace="production",service="user-service-a",code="200"} {{90 * times}}
            gateway_requests_total{namespace="production",service="user-service-b",code="200"} {{10 * times}}
            gateway_requests_total{namespace="production",service="user-service-b",code="503"} {{2 * times}}
            gateway_requests_total{namespace="staging",service="user-service-b",code="503"} {{7 * times}}
            """;

    private static (long Requests, long Errors) Counted(TrackReading? reading)
    {
        var counts = Assert.IsType<TrackReading.Counted>(reading).Counts;
        return (counts.Requests, counts.Errors);
    }
}
