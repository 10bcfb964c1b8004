using Pipeline.Core.Analysis.Verdicts;

namespace Pipeline.Core.Tests.Analysis.Verdicts;

public class StageEvidenceTests
{
    [Fact]
    public void Looks_are_added_up_for_both_tracks()
    {
        var evidence = Stages
            .Seen(Stages.Requests(10, errors: 1), Stages.Requests(100))
            .And(Stages.Requests(20), Stages.Requests(200, errors: 3));

        Assert.Equal((30, 1), (evidence.Canary.Requests, evidence.Canary.Errors));
        Assert.Equal((300, 3), (evidence.Stable.Requests, evidence.Stable.Errors));
    }

    [Fact]
    public void What_is_added_up_look_by_look_equals_what_is_added_up_at_once()
    {
        var lookByLook = Stages
            .Seen(Stages.Requests(10, errors: 1, slow: 2), Stages.Requests(100, errors: 4))
            .And(Stages.Requests(20, slow: 1, verySlow: 1), Stages.Requests(200))
            .ForNextStage()
            .And(Stages.Requests(30, errors: 2), Stages.Requests(90, errors: 1));

        var atOnce = StageEvidence.None with { Ticks = lookByLook.Ticks, Earlier = lookByLook.Earlier };

        Assert.Equal(StableJson.Write(Stages.Rules.Judge(lookByLook)), StableJson.Write(Stages.Rules.Judge(atOnce)));
    }

    [Fact]
    public void The_next_stage_begins_without_requests()
    {
        var next = Stages.Seen(Stages.Requests(10), Stages.Requests(10)).ForNextStage();

        Assert.Equal(0, next.Canary.Requests);
        Assert.Single(next.Earlier);
    }
}
