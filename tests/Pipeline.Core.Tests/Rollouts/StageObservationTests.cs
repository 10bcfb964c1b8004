using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using static Pipeline.Core.Rollouts.RolloutObservation;

namespace Pipeline.Core.Tests.Rollouts;

public sealed class StageObservationTests
{
    private static readonly PlannedStage Stage = new(Percent.Of(25), 2, TimeSpan.FromMinutes(5));

    private static readonly ShareVerdict Deviates = new ShareVerdict.Deviates
    {
        Sentence = "the traffic did not follow",
    };

    [Fact]
    public void Good_evidence_passes_the_stage()
    {
        Assert.Equal(
            RolloutOutcome.Promoted,
            StageObservation.Of(Look(requests: 2000, errors: 0), null, Stage).Outcome
        );
    }

    [Fact]
    public void Good_evidence_of_too_few_requests_holds_the_stage()
    {
        var patient = Stage with { MinimumSamples = 5000 };

        var judged = StageObservation.Of(Look(requests: 2000, errors: 0), null, patient);

        Assert.Equal(new Judged(null, "held: 2000 of at least 5000 requests"), judged);
    }

    [Fact]
    public void Good_evidence_of_traffic_that_did_not_move_holds_the_stage()
    {
        var judged = StageObservation.Of(Look(requests: 2000, errors: 0), Deviates, Stage);

        Assert.Equal(new Judged(null, "held: the traffic did not follow"), judged);
    }

    [Fact]
    public void Bad_evidence_needs_no_minimum()
    {
        var patient = Stage with { MinimumSamples = 5000 };

        var judged = StageObservation.Of(Look(requests: 2000, errors: 400), Deviates, patient);

        Assert.Equal(RolloutOutcome.RolledBack, judged.Outcome);
    }

    private static StageRecord Look(int requests, int errors)
    {
        var environment = Plans.Service.Environments[0];
        var counts = new RequestCounts { Requests = requests, Errors = errors };
        return StageRecord.Of(
            environment.RulesOf((RolloutStrategy.Canary)environment.Strategy, 1),
            StageEvidence.None.With(new TrackReading.Counted(counts), stable: null, TrackHealth.Good),
            TimeSpan.FromSeconds(30),
            "http_requests_total",
            "0.0.0"
        );
    }
}
