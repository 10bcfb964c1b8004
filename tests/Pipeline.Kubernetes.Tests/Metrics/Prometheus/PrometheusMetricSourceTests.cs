using Pipeline.Core;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Tests.Metrics.Prometheus;

public sealed class PrometheusMetricSourceTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1000);

    [Fact]
    public async Task A_rate_asks_for_its_part_and_its_whole_on_both_tracks()
    {
        var look = await LookAsync(TestMetrics.ErrorRate, query => Counts(query, part: "2.7", whole: "299.6"));

        Assert.Equal((300, 3), Counted(look.Canary));
        Assert.Equal((300, 3), Counted(look.Stable));
        Assert.Equal(
            [
                """sum(increase(errors{service="user-service",track="b"}[30s])) = {} 2.7""",
                """sum(increase(requests{service="user-service",track="b"}[30s])) = {} 299.6""",
                """sum(increase(errors{service="user-service",track="a"}[30s])) = {} 2.7""",
                """sum(increase(requests{service="user-service",track="a"}[30s])) = {} 299.6""",
            ],
            look.Answers.Select(answer =>
                $"{answer.Query} = {string.Join(", ", answer.Values.Select(value => $"{value.Series} {value.Value}"))}"
            )
        );
    }

    [Fact]
    public async Task A_success_rate_counts_what_is_good()
    {
        var metric = TestMetrics.ErrorRate with { Kind = new MetricKind.SuccessRate(Percent.Of(99), Percent.Of(95)) };

        var look = await LookAsync(metric, query => Counts(query, part: "297", whole: "300"));

        Assert.Equal((300, 3), Counted(look.Canary));
    }

    [Fact]
    public async Task A_part_greater_than_its_whole_is_refused()
    {
        var look = await LookAsync(TestMetrics.ErrorRate, query => Counts(query, part: "300", whole: "3"));

        Assert.Equal(
            new TrackReading.NoData(NoDataCause.OutOfRange, "Query counts 300 of the 3 that Total counts"),
            look.Canary
        );
    }

    [Fact]
    public async Task Two_series_are_refused_by_name()
    {
        var look = await LookAsync(
            TestMetrics.ErrorRate,
            _ => StubAnswer.Vector(1000, ("\"pod\":\"b-1\"", "1"), ("\"pod\":\"b-2\"", "2"))
        );

        Assert.Equal(
            new TrackReading.NoData(
                NoDataCause.SeveralSeries,
                "the query gave 2 series where one is expected: {pod=\"b-1\"}, {pod=\"b-2\"}"
            ),
            look.Canary
        );
        Assert.Equal(["1", "2"], look.Answers[0].Values.Select(value => value.Value));
    }

    [Fact]
    public async Task A_query_without_series_says_how_zero_is_written()
    {
        var look = await LookAsync(TestMetrics.ErrorRate, _ => StubAnswer.Vector(1000));

        Assert.Equal(
            new TrackReading.NoData(
                NoDataCause.Empty,
                "the query gave no series; where that means zero, it ends in: or vector(0)"
            ),
            look.Canary
        );
    }

    [Fact]
    public async Task Buckets_in_any_order_make_a_histogram()
    {
        var look = await LookAsync(
            TestMetrics.Latency,
            _ => StubAnswer.Vector(1000, Bucket("+Inf", "9.6"), Bucket("0.5", "4.4"), Bucket("1", "8"))
        );

        var counts = Assert.IsType<TrackReading.Counted>(look.Canary).Counts;
        Assert.Equal((10, 6, 2), (counts.Timed, counts.Above(Ms(500)), counts.Above(Ms(1000))));
    }

    public static TheoryData<string[], NoDataCause, string> BadBuckets =>
        new()
        {
            {
                ["0.5", "0.5", "+Inf"],
                NoDataCause.SeveralSeries,
                "the query gave several series with le=\"0.5\": sum by (le) gives one"
            },
            { ["0.5", "1"], NoDataCause.MissingBucket, "the query gave no bucket with le=\"+Inf\"" },
            {
                ["+Inf", ""],
                NoDataCause.Malformed,
                "the query gave {le=\"\"}, which has no label le: sum by (le) of the buckets is expected"
            },
        };

    [Theory]
    [MemberData(nameof(BadBuckets))]
    public async Task Buckets_that_make_no_histogram_are_refused(string[] edges, NoDataCause cause, string detail)
    {
        var look = await LookAsync(
            TestMetrics.Latency,
            _ => StubAnswer.Vector(1000, [.. edges.Select(edge => Bucket(edge, "1"))])
        );

        Assert.Equal(new TrackReading.NoData(cause, detail), look.Canary);
    }

    [Fact]
    public async Task A_gauge_with_a_step_gives_points_of_both_tracks_side_by_side()
    {
        var asked = new List<string>();

        var look = await LookAsync(
            TestMetrics.Orders,
            query =>
            {
                asked.Add(query);
                return query.Contains("\"b\"", StringComparison.Ordinal)
                    ? Matrix((980, "80"), (990, "NaN"), (1000, "95"))
                    : Matrix((980, "100"), (990, "100"));
            }
        );

        Assert.Contains("""rate(orders_total{track="b"}[10s])""", asked[0]);
        Assert.Contains("&start=980&end=1000&step=10", asked[0]);
        Assert.Equal(
            [new GaugePoint(At.AddSeconds(-20), 80, 100), new GaugePoint(At, 95, null)],
            look.Points.AsEnumerable()
        );
        Assert.Equal((1, 1), Counted(look.Canary));
    }

    [Fact]
    public async Task A_gauge_without_a_step_gives_one_point_per_window()
    {
        var source = (MetricSource.Prometheus)TestMetrics.Orders.Source;

        var look = await LookAsync(
            TestMetrics.Orders with
            {
                Source = source with { Step = null },
            },
            query => StubAnswer.Vector(1000, ("", query.Contains("\"b\"", StringComparison.Ordinal) ? "99" : "100"))
        );

        Assert.Equal([new GaugePoint(At, 99, 100)], look.Points.AsEnumerable());
    }

    [Fact]
    public async Task A_mere_comparison_needs_the_stable_track()
    {
        var look = await LookAsync(
            TestMetrics.Orders,
            query => query.Contains("\"b\"", StringComparison.Ordinal) ? Matrix((1000, "95")) : Matrix((1000, "NaN"))
        );

        Assert.Equal(new TrackReading.NoData(NoDataCause.NotANumber, "stable track: the value is NaN"), look.Canary);
    }

    [Fact]
    public async Task At_full_weight_only_the_new_track_is_asked()
    {
        var look = await LookAsync(TestMetrics.Orders, _ => Matrix((1000, "95")), stable: null);

        Assert.Equal([new GaugePoint(At, 95, null)], look.Points.AsEnumerable());
        Assert.Single(look.Answers);
    }

    private static async Task<MetricLook> LookAsync(
        MetricDefinition metric,
        Func<string, StubAnswer> answer,
        Track? stable = Track.A
    )
    {
        var server = new StubServer(uri => answer(Uri.UnescapeDataString(uri.Query)));
        return (await TestMetrics.Open(metric, server, stable).LookAsync(At, default))!;
    }

    private static StubAnswer Counts(string query, string part, string whole) =>
        StubAnswer.Vector(1000, ("", query.Contains("errors", StringComparison.Ordinal) ? part : whole));

    private static StubAnswer Matrix(params (int At, string Value)[] points) =>
        StubAnswer.Json(
            $$$"""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[{{{string.Join(",", points.Select(point => $"[{point.At},\"{point.Value}\"]"))}}}]}]}}"""
        );

    private static (string Labels, string Value) Bucket(string edge, string count) => ($"\"le\":\"{edge}\"", count);

    private static (long Requests, long Errors) Counted(TrackReading? reading)
    {
        var counts = Assert.IsType<TrackReading.Counted>(reading).Counts;
        return (counts.Requests, counts.Errors);
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
