using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Verdicts;

namespace Pipeline.Core.Tests.Analysis.Verdicts;

public class NoDataTests
{
    private static readonly NoDataPolicy.WaitForSamples Wait = new(Minimum: 500, Deadline: TimeSpan.FromSeconds(30));

    public static TheoryData<NoDataCause, NoDataPolicy, int, Type> Matrix
    {
        get
        {
            var matrix = new TheoryData<NoDataCause, NoDataPolicy, int, Type>();
            foreach (var cause in Enum.GetValues<NoDataCause>())
            {
                matrix.Add(cause, new NoDataPolicy.Fail(), 10, typeof(Verdict.Fail));
                matrix.Add(cause, new NoDataPolicy.Hold(), 10, typeof(Verdict.Continue));
                matrix.Add(cause, new NoDataPolicy.Hold(), 60, typeof(Verdict.NotProved));
                matrix.Add(cause, new NoDataPolicy.Pass(), 10, typeof(Verdict.Pass));
                matrix.Add(cause, Wait, 10, typeof(Verdict.Continue));
                matrix.Add(cause, Wait, 30, typeof(Verdict.NotProved));
            }

            return matrix;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Every_cause_is_answered_by_the_policy(NoDataCause cause, NoDataPolicy policy, int seconds, Type verdict)
    {
        var rules = Stages.RulesOf(Stages.ErrorRate with { NoData = policy });

        Assert.IsType(verdict, rules.Judge(StageEvidence.None.AndNothing(cause), seconds));
    }

    [Fact]
    public void The_sentence_says_what_was_wrong()
    {
        var rules = Stages.RulesOf(Stages.ErrorRate with { NoData = Wait });

        Assert.Equal(
            "held: error rate has no data (the pod answered 500)",
            rules.Judge(StageEvidence.None.AndNothing()).Sentence
        );
        Assert.Equal(
            "not enough evidence after 30 s: error rate has no data (the pod answered 500) and its deadline of 30 s has passed",
            rules.Judge(StageEvidence.None.AndNothing(), 30).Sentence
        );
    }

    [Fact]
    public void A_gap_does_not_hide_what_was_proved_before()
    {
        var evidence = Stages.Seen(Stages.Requests(300, errors: 30)).AndNothing();

        Assert.IsType<Verdict.Fail>(Stages.Rules.Judge(evidence));
    }

    [Fact]
    public void A_gap_after_data_holds_even_where_no_data_passes()
    {
        var rules = Stages.RulesOf(Stages.ErrorRate with { NoData = new NoDataPolicy.Pass() });

        Assert.IsType<Verdict.Continue>(rules.Judge(Stages.Seen(Stages.Requests(10)).AndNothing()));
    }

    [Fact]
    public void After_a_gap_the_evidence_goes_on()
    {
        var evidence = Stages.Seen(Stages.Requests(300)).AndNothing().And(Stages.Requests(100));

        Assert.IsType<Verdict.Pass>(Stages.Rules.Judge(evidence));
    }

    [Fact]
    public void A_minimum_of_samples_is_waited_for_though_the_evidence_suffices()
    {
        var rules = Stages.RulesOf(Stages.ErrorRate with { NoData = Wait });

        var verdict = rules.Judge(Stages.Seen(Stages.Requests(450)));

        Assert.Equal("held: error rate has 450 of the 500 requests that it waits for", verdict.Sentence);
        Assert.IsType<Verdict.Pass>(rules.Judge(Stages.Seen(Stages.Requests(500))));
    }

    [Fact]
    public void A_missing_bucket_is_no_data()
    {
        var latency = Stages.Latency with
        {
            Kind = new MetricKind.Latency(95, TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(1000)),
        };

        Assert.Equal(
            "held: p95 latency has no data (400 ms is no bucket edge of the histogram; it has 100 ms, 500 ms, 1000 ms)",
            Stages.RulesOf(latency).Judge(Stages.Seen(Stages.Requests(400))).Sentence
        );
    }

    [Fact]
    public void Requests_without_durations_are_no_data_for_a_latency()
    {
        var counts = new RequestCounts { Requests = 400 };

        Assert.Equal(
            "held: p95 latency has no data (the durations of 400 requests are missing)",
            Stages.RulesOf(Stages.Latency).Judge(Stages.Seen(counts)).Sentence
        );
    }
}
