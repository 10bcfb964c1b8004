using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using static Pipeline.Core.Rollouts.RolloutEffect;
using static Pipeline.Core.Rollouts.RolloutObservation;

namespace Pipeline.Core.Tests.Rollouts;

public sealed class RequestAnswersTests
{
    private static readonly RolloutState Judging = Plans.Begin(Plans.CanaryOf(5, 25, 100)) with
    {
        Phase = RolloutPhase.Judging,
    };

    [Fact]
    public void A_rollout_that_is_held_stays_where_it_is_for_as_long_as_it_takes()
    {
        var held = Ask(Judging, RequestKind.Hold).State;

        var aDayLater = RolloutMachine.Advance(
            held,
            new Judged(RolloutOutcome.Promoted, "good"),
            Plans.Start.AddDays(1)
        );

        Assert.Equal((RolloutPhase.Held, RolloutPhase.Judging), (held.Phase, held.HeldPhase));
        Assert.Equal("held by anna: lunch", held.Reason);
        Assert.Equal(held, aDayLater.State);
    }

    [Fact]
    public void A_held_rollout_goes_on_with_its_phase_from_the_beginning_and_without_effects()
    {
        var held = Ask(Judging, RequestKind.Hold).State;

        var step = RolloutMachine.Advance(held, Request(held, RequestKind.Resume), Plans.Start.AddDays(1));

        Assert.Equal((RolloutPhase.Judging, Plans.Start.AddDays(1)), (step.State.Phase, step.State.PhaseSince));
        Assert.Null(step.State.HeldPhase);
        Assert.Empty(step.Effects);
    }

    [Fact]
    public void A_canary_that_is_proved_bad_while_it_is_held_goes_back()
    {
        var held = Ask(Judging, RequestKind.Hold).State;

        var step = RolloutMachine.Advance(held, new Judged(RolloutOutcome.RolledBack, "errors"), Plans.Start);

        Assert.Equal((RolloutPhase.Returning, RolloutOutcome.RolledBack), (step.State.Phase, step.State.Outcome));
    }

    [Fact]
    public void Promoting_leaves_the_stage()
    {
        var step = Ask(Judging, RequestKind.Promote);

        Assert.Equal((1, RolloutPhase.Scaling), (step.State.Stage, step.State.Phase));
    }

    [Fact]
    public void Promoting_before_a_stage_is_judged_spares_it_the_judgement_and_no_other_one()
    {
        var shifting = Ask(Judging with { Phase = RolloutPhase.Shifting }, RequestKind.Promote).State;

        var next = RolloutMachine.Advance(shifting, new WeightSeen(Percent.Of(5), 8), Plans.Start).State;
        var second = RolloutMachine
            .Advance(next with { Phase = RolloutPhase.Shifting }, new WeightSeen(Percent.Of(25), 9), Plans.Start)
            .State;

        Assert.Equal((1, RolloutPhase.Scaling), (next.Stage, next.Phase));
        Assert.Equal(RolloutPhase.Judging, second.Phase);
    }

    [Fact]
    public void Promoting_fully_goes_through_all_weights_without_a_judgement()
    {
        var world = new ScriptedWorld(
            Ask(Judging with { Phase = RolloutPhase.Shifting }, RequestKind.PromoteFully).State
        );

        var end = world.Run();

        Assert.Equal(RolloutOutcome.Promoted, end.Outcome);
        Assert.Equal([5m, 25m, 100m], world.Weights);
        Assert.Equal(0, world.Judgements);
    }

    [Theory]
    [InlineData(RolloutPhase.Installing)]
    [InlineData(RolloutPhase.Judging)]
    [InlineData(RolloutPhase.Held)]
    [InlineData(RolloutPhase.Promoting)]
    public void Aborting_returns_from(RolloutPhase phase)
    {
        var step = Ask(Judging with { Phase = phase }, RequestKind.Abort);

        Assert.Equal((RolloutPhase.Returning, RolloutOutcome.Aborted), (step.State.Phase, step.State.Outcome));
        Assert.Equal("aborted by anna: lunch", step.State.Reason);
    }

    [Fact]
    public void Undoing_within_the_standby_is_one_write_to_the_route()
    {
        var standby = new ScriptedWorld(Plans.Begin(new RolloutStrategy.BlueGreen())).Run();

        var step = Ask(standby, RequestKind.Undo);

        Assert.Equal(
            [
                new SetWeight(Track.B, Percent.Zero, standby.Epoch),
                new SwitchFront(Track.A),
                new RolloutEffect.Record(Plans.OldRevision),
            ],
            step.Effects.ToArray()
        );
    }

    [Fact]
    public void Every_request_is_recorded_with_who_and_why()
    {
        var once = Ask(Judging, RequestKind.Resume).State;

        var noted = Assert.Single(once.Requests);
        Assert.Equal(("anna", "lunch", RequestKind.Resume), (noted.By, noted.Why, noted.Kind));
    }

    [Fact]
    public void A_request_for_another_rollout_is_no_business_of_this_one()
    {
        var request = Request(Judging, RequestKind.Abort).Request with { Rollout = "user-service-production-9" };

        var step = RolloutMachine.Advance(Judging, new Requested(request), Plans.Start);

        Assert.Equal(Judging, step.State);
    }

    [Theory]
    [InlineData(RequestKind.Hold, RolloutPhase.Held, "it is held already")]
    [InlineData(RequestKind.Hold, RolloutPhase.Promoting, "it is in phase Promoting")]
    [InlineData(RequestKind.Resume, RolloutPhase.Judging, "it is not held but in phase Judging")]
    [InlineData(RequestKind.Promote, RolloutPhase.Finished, "it is in phase Finished")]
    [InlineData(RequestKind.Abort, RolloutPhase.Finished, "it is in phase Finished")]
    public void What_changes_nothing_says_why(RequestKind kind, RolloutPhase phase, string why)
    {
        var objection = (Judging with { Phase = phase }).ObjectionTo(kind);

        Assert.StartsWith(why, objection);
    }

    private static RolloutStep Ask(RolloutState state, RequestKind kind) =>
        RolloutMachine.Advance(state, Request(state, kind), Plans.Start);

    private static Requested Request(RolloutState state, RequestKind kind) =>
        new(
            new OperatorRequest
            {
                Id = $"{kind}",
                Rollout = state.Plan.Id,
                Kind = kind,
                By = "anna",
                Why = "lunch",
                At = Plans.Start,
            }
        );
}
