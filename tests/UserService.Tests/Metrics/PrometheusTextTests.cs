using UserService.Metrics;

namespace UserService.Tests.Metrics;

public class PrometheusTextTests
{
    [Fact]
    public void Counters_are_written_in_the_exposition_format()
    {
        var metrics = new RequestMetrics();
        metrics.Observe("get", "/users", 200, TimeSpan.FromMilliseconds(700));
        metrics.Observe("GET", "/users", 500, TimeSpan.FromMilliseconds(20));

        var text = PrometheusText.Render(metrics, "1.2.3", "a\"b\\c\nd");

        Assert.Equal(
            """
            # HELP user_service_build_info The version and image digest of this process; always 1.
            # TYPE user_service_build_info gauge
            user_service_build_info{version="1.2.3",digest="a\"b\\c\nd"} 1
            # HELP http_requests_total Requests by method, route and status.
            # TYPE http_requests_total counter
            http_requests_total{method="GET",route="/users",status="200"} 1
            http_requests_total{method="GET",route="/users",status="500"} 1
            # HELP http_request_duration_seconds Time from the first byte of a request to the last of its response, in seconds.
            # TYPE http_request_duration_seconds histogram
            http_request_duration_seconds_bucket{method="GET",route="/users",le="0.005"} 0
            http_request_duration_seconds_bucket{method="GET",route="/users",le="0.01"} 0
            http_request_duration_seconds_bucket{method="GET",route="/users",le="0.025"} 1
            http_request_duration_seconds_bucket{method="GET",route="/users",le="0.05"} 1
            http_request_duration_seconds_bucket{method="GET",route="/users",le="0.1"} 1
            http_request_duration_seconds_bucket{method="GET",route="/users",le="0.25"} 1
            http_request_duration_seconds_bucket{method="GET",route="/users",le="0.5"} 1
            http_request_duration_seconds_bucket{method="GET",route="/users",le="1"} 2
            http_request_duration_seconds_bucket{method="GET",route="/users",le="2.5"} 2
            http_request_duration_seconds_bucket{method="GET",route="/users",le="5"} 2
            http_request_duration_seconds_bucket{method="GET",route="/users",le="10"} 2
            http_request_duration_seconds_bucket{method="GET",route="/users",le="+Inf"} 2
            http_request_duration_seconds_sum{method="GET",route="/users"} 0.72
            http_request_duration_seconds_count{method="GET",route="/users"} 2

            """,
            text
        );
    }

    [Fact]
    public void Methods_that_nobody_knows_share_one_series()
    {
        var metrics = new RequestMetrics();
        foreach (var method in new[] { "BREW", "WHEN", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS" })
            metrics.Observe(method, "/users", 200, TimeSpan.Zero);

        Assert.Equal(
            ["DELETE", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "other"],
            metrics.All().Select(entry => entry.Method)
        );
    }
}
