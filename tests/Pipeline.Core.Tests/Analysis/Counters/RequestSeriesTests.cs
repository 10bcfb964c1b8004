using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Core.Tests.Analysis.Counters;

public class RequestSeriesTests
{
    private static readonly RequestSeries Users = new() { RoutePrefix = "/users" };

    [Fact]
    public void Counts_the_routes_at_and_below_the_prefix()
    {
        var delta = Growth(
            """
            # TYPE http_requests_total counter
            http_requests_total{method="GET",route="/users",status="200"} 10
            http_requests_total{method="GET",route="/users/{id}",status="404"} 5
            http_requests_total{method="POST",route="/users",status="503"} 2
            http_requests_total{method="GET",route="/usersettings",status="500"} 100
            http_requests_total{method="GET",route="/health",status="500"} 100
            """
        );

        var counts = Scrapes.Read(delta);

        Assert.Equal(17, counts.Requests);
        Assert.Equal(2, counts.Errors);
    }

    [Fact]
    public void Merges_the_histograms_of_all_routes_and_pods()
    {
        const string pod = """
            # TYPE http_request_duration_seconds histogram
            http_request_duration_seconds_bucket{route="/users",le="0.5"} 8
            http_request_duration_seconds_bucket{route="/users",le="1.0"} 9
            http_request_duration_seconds_bucket{route="/users",le="+Inf"} 10
            http_request_duration_seconds_count{route="/users"} 10
            http_request_duration_seconds_sum{route="/users"} 4
            http_request_duration_seconds_bucket{route="/users/{id}",le="0.5"} 1
            http_request_duration_seconds_bucket{route="/users/{id}",le="1"} 2
            http_request_duration_seconds_bucket{route="/users/{id}",le="+Inf"} 3
            """;

        var counts = Scrapes.Read(CounterLedger.Begin([]).Add([Scrapes.Text("a", pod), Scrapes.Text("b", pod)]).Delta);

        Assert.Equal(26, counts.Timed);
        Assert.Equal([new LatencyBucket(0.5, 18), new LatencyBucket(1, 22)], counts.Buckets.AsEnumerable());
    }

    [Fact]
    public void A_track_without_traffic_has_counted_nothing()
    {
        Assert.Equal(0, Scrapes.Read(Growth("up 1")).Requests);
    }

    [Fact]
    public void A_track_of_which_no_pod_answers_has_no_data()
    {
        var (_, delta) = CounterLedger.Begin([Scrapes.Of("a", 1)]).Add([Scrapes.Silent("a")]);

        Assert.Equal(new TrackReading.NoData(NoDataCause.Unreachable, "pod a did not answer"), Users.Read(delta));
    }

    [Theory]
    [InlineData("NaN", NoDataCause.NotANumber)]
    [InlineData("+Inf", NoDataCause.OutOfRange)]
    [InlineData("-5", NoDataCause.OutOfRange)]
    public void A_counter_that_is_no_count_is_no_data(string value, NoDataCause cause)
    {
        var reading = Users.Read(
            Growth($"# TYPE http_requests_total counter\nhttp_requests_total{{route=\"/users\"}} {value}")
        );

        Assert.Equal(cause, Assert.IsType<TrackReading.NoData>(reading).Cause);
    }

    private static CounterDelta Growth(string text) => CounterLedger.Begin([]).Add([Scrapes.Text("a", text)]).Delta;
}
