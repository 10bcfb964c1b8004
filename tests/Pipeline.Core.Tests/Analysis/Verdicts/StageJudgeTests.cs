using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Verdicts;

namespace Pipeline.Core.Tests.Analysis.Verdicts;

public class StageJudgeTests
{
    [Fact]
    public void A_version_that_is_proved_bad_fails()
    {
        var verdict = Stages.Rules.Judge(Stages.Seen(Stages.Requests(320, errors: 17)));

        var fail = Assert.IsType<Verdict.Fail>(verdict);
        Assert.Equal("error rate 5.31 % of 320 requests exceeds the rollback trigger 1 %", fail.Sentence);
        Assert.Equal(("error rate", 0.053125, 0.01, 320), (fail.Metric, fail.Value, fail.Limit, fail.Requests));
    }

    [Fact]
    public void A_version_that_is_proved_slow_fails()
    {
        var verdict = Stages.Rules.Judge(Stages.Seen(Stages.Requests(60, slow: 40, verySlow: 30)));

        var fail = Assert.IsType<Verdict.Fail>(verdict);
        Assert.Equal(
            "p95 latency: 50 % of 60 requests took over 1000 ms, which exceeds the rollback trigger 5 %",
            fail.Sentence
        );
        Assert.Equal(("p95 latency", 0.5, 0.05, 60), (fail.Metric, fail.Value, fail.Limit, fail.Requests));
    }

    [Fact]
    public void A_version_that_is_proved_good_passes()
    {
        var verdict = Stages.Rules.Judge(Stages.Seen(Stages.Requests(400)));

        Assert.IsType<Verdict.Pass>(verdict);
        Assert.Equal(
            "error rate 0 % of 400 requests meets the success criterion, below 0.1 %; proved to be below 0.94 %; "
                + "p95 latency: 0 % of 400 requests took over 500 ms, which meets the success criterion, under 500 ms; "
                + "proved that fewer than 0.94 % take over 1000 ms",
            verdict.Sentence
        );
    }

    [Fact]
    public void A_stage_without_samples_holds()
    {
        var verdict = Stages.Rules.Judge(StageEvidence.None);

        Assert.Equal("held: error rate has no data (no request yet)", verdict.Sentence);
        Assert.Equal(0, Assert.IsType<Verdict.Continue>(verdict).Requests);
    }

    [Fact]
    public void Too_few_requests_hold_and_say_how_many_it_takes()
    {
        var verdict = Stages.Rules.Judge(Stages.Seen(Stages.Requests(37)));

        Assert.IsType<Verdict.Continue>(verdict);
        Assert.Equal(
            "held: error rate 0 % of 37 requests decides nothing before about 377 requests; proved to be below 9.72 %",
            verdict.Sentence
        );
    }

    [Fact]
    public void One_error_holds_until_the_success_criterion_can_be_met()
    {
        Assert.IsType<Verdict.Continue>(Stages.Rules.Judge(Stages.Seen(Stages.Requests(1000, errors: 1))));
        Assert.IsType<Verdict.Pass>(Stages.Rules.Judge(Stages.Seen(Stages.Requests(1001, errors: 1))));
    }

    [Fact]
    public void A_rate_between_criterion_and_trigger_is_never_proved()
    {
        var verdict = Stages.Rules.Judge(Stages.Seen(Stages.Requests(20_000, errors: 100)), elapsedSeconds: 60);

        Assert.IsType<Verdict.NotProved>(verdict);
        Assert.StartsWith("not enough evidence after 60 s: error rate 0.5 % of 20000 requests", verdict.Sentence);
    }

    [Fact]
    public void Evidence_that_suffices_decides_even_at_the_maximum_duration()
    {
        Assert.IsType<Verdict.Pass>(Stages.Rules.Judge(Stages.Seen(Stages.Requests(400)), elapsedSeconds: 60));
        Assert.IsType<Verdict.Fail>(
            Stages.Rules.Judge(Stages.Seen(Stages.Requests(400, errors: 40)), elapsedSeconds: 60)
        );
    }

    [Fact]
    public void A_version_that_is_proved_worse_than_the_stable_one_and_misses_the_criterion_fails()
    {
        var ticks = Enumerable.Repeat(
            (Canary: Stages.Requests(50, errors: 1), Stable: Stages.Requests(950, errors: 1)),
            20
        );

        var evidence = ticks.Aggregate(StageEvidence.None, (seen, tick) => seen.And(tick.Canary, tick.Stable));
        var verdict = Stages.RulesOf(Stages.ErrorRate with { Kind = Lenient }).Judge(evidence);

        var fail = Assert.IsType<Verdict.Fail>(verdict);
        Assert.Equal(
            "error rate 2 % of 1000 requests is proved worse than the stable track and misses the success criterion, below 0.1 %",
            fail.Sentence
        );
        Assert.Equal((0.02, 0.001), (fail.Value, fail.Limit));
    }

    [Fact]
    public void A_version_that_is_worse_than_the_stable_one_but_meets_the_criterion_passes()
    {
        var evidence = Stages.Seen(Stages.Requests(100_000, errors: 50), Stages.Requests(100_000));

        var verdict = Stages.Rules.Judge(evidence);

        Assert.True(verdict.Judgements[0].WorseThanStable!.Suffices);
        Assert.IsType<Verdict.Pass>(verdict);
    }

    [Fact]
    public void The_comparison_goes_on_over_stages_and_the_trigger_begins_anew()
    {
        var first = Stages.Seen(Stages.Requests(300, errors: 4), Stages.Requests(3000, errors: 4));

        var next = first.ForNextStage().And(Stages.Requests(100), Stages.Requests(300));
        var judgement = Stages.Rules.Judge(next).Judgements[0];

        Assert.Equal(new Proportion(0, 100), judgement.Trigger);
        Assert.True(judgement.WorseThanStable!.Log > 0);
    }

    [Fact]
    public void Without_a_stable_track_there_is_no_comparison()
    {
        Assert.Null(Stages.Rules.Judge(Stages.Seen(Stages.Requests(50))).Judgements[0].WorseThanStable);
    }

    [Fact]
    public void A_slower_version_is_noticed_at_whichever_edge_it_shows()
    {
        // Nothing is over a limit; but a tenth of the requests is over 100 ms, and of the stable track's a hundredth.
        var evidence = Stages.Seen(
            Stages.Requests(1000) with
            {
                Buckets = [new(0.1, 900), new(0.5, 1000), new(1, 1000)],
            },
            Stages.Requests(1000) with
            {
                Buckets = [new(0.1, 990), new(0.5, 1000), new(1, 1000)],
            }
        );

        var judgement = Stages.Rules.Judge(evidence).Judgements[1];

        Assert.True(judgement.WorseThanStable!.Suffices);
        Assert.Equal(JudgementOutcome.Passed, judgement.Outcome);
    }

    [Fact]
    public void A_restart_fails_the_stage_since_a_dead_pod_reports_no_errors()
    {
        var verdict = Stages.Rules.Judge(
            Stages.Seen(Stages.Requests(400), health: new TrackHealth(Restarts: 1, NotReady: 0))
        );

        var fail = Assert.IsType<Verdict.Fail>(verdict);
        Assert.Equal("containers of the new version restarted 1 times, 0 are allowed", fail.Sentence);
        Assert.Equal("pods", fail.Metric);
    }

    [Fact]
    public void A_stage_does_not_pass_while_a_pod_is_not_ready()
    {
        var verdict = Stages.Rules.Judge(
            Stages.Seen(Stages.Requests(400), health: new TrackHealth(Restarts: 0, NotReady: 2))
        );

        Assert.IsType<Verdict.Continue>(verdict);
        Assert.Equal("held: 2 pods of the new version are not ready", verdict.Sentence);
    }

    [Fact]
    public void An_advisory_metric_is_reported_and_decides_nothing()
    {
        var advisory = Stages.ErrorRate with { Criticality = Criticality.Advisory };

        var verdict = Stages.RulesOf(advisory, Stages.Latency).Judge(Stages.Seen(Stages.Requests(400, errors: 40)));

        Assert.IsType<Verdict.Pass>(verdict);
        Assert.Equal(JudgementOutcome.Failed, verdict.Judgements[0].Outcome);
    }

    [Fact]
    public void The_rate_of_false_alarms_is_shared_by_all_tests_of_the_rollout()
    {
        // Two metrics, each against its trigger and against the stable track; three stages.
        Assert.Equal(0.01 / 4, Stages.Rules.ComparisonAlpha, 12);
        Assert.Equal(0.01 / 4 / 3, Stages.Rules.TriggerAlpha, 12);
        Assert.Equal(0.01, Stages.RulesOf(Stages.ErrorRate with { ComparedWithStable = false }).ComparisonAlpha, 12);
    }

    [Fact]
    public void Rules_that_judge_nothing_are_refused()
    {
        var rules = Stages.RulesOf(
            Stages.ErrorRate with
            {
                Criticality = Criticality.Advisory,
            },
            Stages.ErrorRate with
            {
                Criticality = Criticality.Advisory,
            }
        ) with
        {
            MaximumDuration = TimeSpan.Zero,
            JudgedStages = 0,
            FalseAlarms = Percent.Zero,
        };

        var refused = Assert.Throws<ArgumentException>(() => rules.Judge(StageEvidence.None));

        Assert.Equal(
            [
                "no metric is critical: a stage must be judged by something",
                "'error rate' names 2 metrics: names are unique",
                "MaximumDuration is 0 s: it must be positive",
                "JudgedStages is 0: this stage is one",
                "a rate of wrong verdicts is 0 %: it lies between 0 % and 50 %",
            ],
            rules.Problems()
        );
        Assert.Contains("no metric is critical", refused.Message);
    }

    private static MetricKind Lenient => new MetricKind.ErrorRate(Percent.Of(0.1m), Percent.Of(5));
}
