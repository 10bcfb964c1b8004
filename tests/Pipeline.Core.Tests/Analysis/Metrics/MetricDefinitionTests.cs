using System.Runtime.CompilerServices;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;

namespace Pipeline.Core.Tests.Analysis.Metrics;

public class MetricDefinitionTests
{
    [Fact]
    public void Leaving_out_the_no_data_policy_does_not_compile()
    {
        var policy = typeof(MetricDefinition).GetProperty(nameof(MetricDefinition.NoData))!;

        Assert.True(policy.IsDefined(typeof(RequiredMemberAttribute), inherit: false));
    }

    [Fact]
    public void The_metrics_of_production_have_no_problems()
    {
        Assert.Empty(Stages.ErrorRate.Problems());
        Assert.Empty(Stages.Latency.Problems());
    }

    [Fact]
    public void The_rule_is_a_sentence()
    {
        Assert.Equal(
            "error rate: fails when proved above 1 %, or worse than the stable track while it misses the success criterion; "
                + "passes when proved not to be above 1 % and observed below 0.1 %",
            Stages.ErrorRate.Rule()
        );
        Assert.Equal(
            "p95 latency: fails when proved over 1000 ms; passes when proved not to be over 1000 ms and observed under 500 ms",
            (Stages.Latency with { ComparedWithStable = false }).Rule()
        );
    }

    public static TheoryData<MetricKind, string> BadKinds =>
        new()
        {
            {
                new MetricKind.ErrorRate(Percent.Of(2), Percent.Of(1)),
                "m.RollbackAbove is 1 %: it must not be less than SuccessBelow, 2 %"
            },
            { new MetricKind.ErrorRate(Percent.Zero, Percent.Of(1)), "m.SuccessBelow is 0 %: no rate is below that" },
            {
                new MetricKind.ErrorRate(Percent.Of(1), Percent.Full),
                "m.RollbackAbove is 100 %: no rate is above that"
            },
            { new MetricKind.Latency(100, Ms(1), Ms(2)), "m.Percentile is 100: it lies between 1 and 99" },
            { new MetricKind.Latency(95, Ms(0), Ms(2)), "m.SuccessUnder is 0 ms: it must be positive" },
            {
                new MetricKind.Latency(95, Ms(3), Ms(2)),
                "m.RollbackOver is 2 ms: it must not be less than SuccessUnder, 3 ms"
            },
        };

    [Theory]
    [MemberData(nameof(BadKinds))]
    public void A_kind_that_cannot_be_judged_is_refused(MetricKind kind, string problem)
    {
        Assert.Equal([problem], (Stages.ErrorRate with { Name = "m", Kind = kind }).Problems());
    }

    [Fact]
    public void A_policy_that_waits_for_nothing_is_refused()
    {
        var metric = Stages.ErrorRate with { NoData = new NoDataPolicy.WaitForSamples(0, TimeSpan.Zero) };

        Assert.Equal(
            [
                "error rate.NoData waits for 0 samples: the minimum is at least 1",
                "error rate.NoData has the deadline 0 s: it must be positive",
            ],
            metric.Problems()
        );
    }

    [Fact]
    public void A_latency_limit_that_is_no_bucket_edge_is_refused()
    {
        var kind = new MetricKind.Latency(95, Ms(400), Ms(1000));

        var reading = kind.Read(Stages.Requests(100));

        const string problem = "400 ms is no bucket edge of the histogram; it has 100 ms, 500 ms, 1000 ms";
        Assert.Equal(new MetricReading.NoData(NoDataCause.MissingBucket, problem), reading);
        Assert.Equal([problem], kind.ProblemsWith(Stages.Requests(100)));
    }

    [Theory]
    [InlineData(999, 1, false)]
    [InlineData(1000, 1, false)]
    [InlineData(1001, 1, true)]
    [InlineData(1, 0, true)]
    public void An_error_rate_meets_its_criterion_strictly_below_it(long requests, long errors, bool meets)
    {
        Assert.Equal(meets, Stages.ErrorRate.Kind.MeetsCriterion(new Proportion(errors, requests)));
    }

    [Theory]
    [InlineData(100, 5, true)]
    [InlineData(100, 6, false)]
    [InlineData(20, 1, true)]
    [InlineData(19, 1, false)]
    public void A_percentile_meets_its_criterion_with_that_share_above_the_edge(long requests, long slow, bool meets)
    {
        Assert.Equal(meets, Stages.Latency.Kind.MeetsCriterion(new Proportion(slow, requests)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void The_requests_to_meet_a_criterion_are_the_fewest_that_do(long bad)
    {
        Assert.All(
            new[] { Stages.ErrorRate.Kind, Stages.Latency.Kind },
            kind =>
            {
                var needed = kind.RequestsToMeetCriterion(bad);

                Assert.True(kind.MeetsCriterion(new Proportion(bad, needed)) || bad == 0);
                Assert.False(bad > 0 && kind.MeetsCriterion(new Proportion(bad, needed - 1)));
            }
        );
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
