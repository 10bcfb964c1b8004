using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;
using Pipeline.Core.Analysis.Verdicts;

namespace Pipeline.Core.Tests.Analysis.Metrics;

public class GaugeTests
{
    private static readonly MetricKind.Gauge Orders = new()
    {
        WorseWhen = Direction.LowerIsWorse,
        WorseThanStableBy = Percent.Of(10),
    };

    private static readonly MetricKind.Gauge Queue = new() { WorseWhen = Direction.HigherIsWorse, Limit = 100 };

    public static TheoryData<MetricKind.Gauge, double, double?, bool> Points =>
        new()
        {
            { Orders, 90, 100, false },
            { Orders, 89.9, 100, true },
            { Orders, 200, 100, false },
            { Orders, -12, -10, true },
            { Queue, 100, null, false },
            { Queue, 100.1, null, true },
            { Queue with { WorseThanStableBy = Percent.Of(50) }, 70, 40, true },
            { Queue with { WorseThanStableBy = Percent.Of(50) }, 101, 100, true },
            { Orders with { WorseWhen = Direction.HigherIsWorse }, 110.1, 100, true },
            { Orders with { WorseWhen = Direction.EitherIsWorse }, 89, 100, true },
            { Orders with { WorseWhen = Direction.EitherIsWorse }, 111, 100, true },
            { Orders with { WorseWhen = Direction.EitherIsWorse }, 105, 100, false },
        };

    [Theory]
    [MemberData(nameof(Points))]
    public void A_point_is_bad_beyond_the_limit_or_worse_than_the_stable_track(
        MetricKind.Gauge kind,
        double canary,
        double? stable,
        bool bad
    )
    {
        Assert.Equal(bad ? 1 : 0, kind.Count([Point(canary, stable)]).Errors);
    }

    [Fact]
    public void Without_a_limit_only_points_of_both_tracks_are_judged()
    {
        var counts = Orders.Count([Point(1, null), Point(1, 100), Point(100, 100)]);

        Assert.Equal((2, 1), (counts.Requests, counts.Errors));
    }

    [Fact]
    public void A_gauge_that_is_worse_most_of_the_time_fails()
    {
        var verdict = Judge(Orders, Enumerable.Repeat(Point(50, 100), 16));

        Assert.Equal(
            "orders: 16 of 16 points more than 10 % below the stable track, which exceeds the rollback trigger 50 %",
            Assert.IsType<Verdict.Fail>(verdict).Sentence
        );
    }

    [Fact]
    public void A_gauge_that_is_as_good_as_the_stable_one_passes()
    {
        var verdict = Judge(Orders, Enumerable.Repeat(Point(100, 100), 8));

        Assert.Equal(
            "orders: 0 of 8 points more than 10 % below the stable track, which meets the success criterion, fewer than half; "
                + "proved to be so less than 37.5 % of the time",
            Assert.IsType<Verdict.Pass>(verdict).Sentence
        );
    }

    [Fact]
    public void Few_points_decide_nothing()
    {
        var verdict = Judge(Orders, Enumerable.Repeat(Point(100, 100), 3));

        Assert.StartsWith(
            "held: orders: 0 of 3 points more than 10 % below the stable track, which decides nothing before about 6 points",
            Assert.IsType<Verdict.Continue>(verdict).Sentence
        );
    }

    [Fact]
    public void Before_its_source_was_asked_nothing_is_missing()
    {
        var rules = Stages.RulesOf(Metric(Orders) with { NoData = new NoDataPolicy.Fail() });

        var verdict = rules.Judge(StageEvidence.None);

        Assert.Equal("held: orders was not asked yet", Assert.IsType<Verdict.Continue>(verdict).Sentence);
    }

    [Fact]
    public void At_full_weight_a_mere_comparison_has_nothing_to_say()
    {
        Assert.IsType<Verdict.Pass>(Judge(Orders, [Point(1, null)]));
        Assert.IsType<Verdict.Continue>(Judge(Queue, [Point(1, null)]));
    }

    [Fact]
    public void The_rule_says_what_it_is_compared_with()
    {
        Assert.Equal(
            "orders: fails when proved above 5 or more than 10 % above the stable track most of the time; passes when proved not to be",
            Metric(Orders with { WorseWhen = Direction.HigherIsWorse, Limit = 5 }).Rule()
        );
    }

    [Fact]
    public void What_cannot_be_judged_is_refused_with_all_problems()
    {
        var neither = Metric(new MetricKind.Gauge { WorseWhen = Direction.EitherIsWorse });
        var endless = Metric(new MetricKind.Gauge { WorseWhen = Direction.EitherIsWorse, Limit = double.NaN });

        Assert.Equal(
            [
                "orders.Limit and WorseThanStableBy are both missing: there is nothing to judge it by",
                "orders.Source is Pods: a gauge is asked of Prometheus",
            ],
            (neither with { Source = new MetricSource.Pods() }).Problems()
        );
        Assert.Equal(
            [
                "orders.Limit is NaN: it must be a number",
                "orders.WorseWhen is EitherIsWorse: a Limit needs a side that is worse",
            ],
            endless.Problems()
        );
    }

    private static Verdict Judge(MetricKind.Gauge kind, IEnumerable<GaugePoint> points)
    {
        var evidence = points.Aggregate(
            StageEvidence.None,
            (seen, point) =>
                seen.With(
                    "orders",
                    new MetricLook(new TrackReading.Counted(kind.Count([point])), null) { Points = [point] }
                )
        );
        return Stages.RulesOf(Metric(kind)).Judge(evidence);
    }

    private static MetricDefinition Metric(MetricKind kind) =>
        new()
        {
            Name = "orders",
            Kind = kind,
            Source = new MetricSource.Prometheus { Query = """orders{track="{{track}}"}""" },
            NoData = new NoDataPolicy.Hold(),
        };

    private static GaugePoint Point(double canary, double? stable) => new(DateTimeOffset.UnixEpoch, canary, stable);
}
