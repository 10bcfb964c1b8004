using Pipeline.LocalCluster.Gateway.Metrics;

namespace Pipeline.LocalCluster.Tests.Gateway.Metrics;

public sealed class GatewayMetricsTests
{
    [Fact]
    public void Requests_are_counted_by_backend_and_status()
    {
        var metrics = new GatewayMetrics();
        metrics.Of("production", "user-service-a").Count(200, TimeSpan.FromMilliseconds(3));
        metrics.Of("production", "user-service-a").Count(200, TimeSpan.FromMilliseconds(3));
        metrics.Of("production", "user-service-b").Count(503, TimeSpan.FromMilliseconds(3));

        var lines = metrics.Text().Split('\n');

        Assert.Contains(
            """gateway_requests_total{namespace="production",service="user-service-a",code="200"} 2""",
            lines
        );
        Assert.Contains(
            """gateway_requests_total{namespace="production",service="user-service-b",code="503"} 1""",
            lines
        );
    }

    [Fact]
    public void Latencies_are_a_cumulated_histogram_in_seconds()
    {
        var metrics = new GatewayMetrics();
        var backend = metrics.Of("production", "user-service-a");
        backend.Count(200, TimeSpan.FromMilliseconds(500));
        backend.Count(200, TimeSpan.FromMilliseconds(750));
        backend.Count(200, TimeSpan.FromSeconds(20));

        var lines = metrics.Text().Split('\n');

        Assert.Contains(Line("_bucket", ",le=\"0.25\"", "0"), lines);
        Assert.Contains(Line("_bucket", ",le=\"0.5\"", "1"), lines);
        Assert.Contains(Line("_bucket", ",le=\"1\"", "2"), lines);
        Assert.Contains(Line("_bucket", ",le=\"+Inf\"", "3"), lines);
        Assert.Contains(Line("_sum", "", "21.25"), lines);
        Assert.Contains(Line("_count", "", "3"), lines);
    }

    private static string Line(string suffix, string label, string value) =>
        $$"""gateway_request_duration_seconds{{suffix}}{namespace="production",service="user-service-a"{{label}}} {{value}}""";
}
