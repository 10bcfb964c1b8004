using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using static Pipeline.Core.Rollouts.RolloutEffect;
using static Pipeline.Core.Rollouts.RolloutObservation;

namespace Pipeline.Core.Tests.Rollouts;

public sealed class RolloutMachineTests
{
    [Fact]
    public void A_rollout_begins_by_installing_the_new_revision_on_the_idle_track()
    {
        var state = Plans.Begin(Plans.CanaryOf(5, 25, 100));

        var step = RolloutMachine.Advance(state, new Started(), Plans.Start);

        Assert.Equal([new Install(Track.B, Plans.NewRevision, 1)], step.Effects.ToArray());
    }

    [Fact]
    public void A_canary_without_trouble_passes_every_stage_and_keeps_the_old_track_on_standby()
    {
        var world = new ScriptedWorld(Plans.Begin(Plans.CanaryOf(5, 25, 100)));

        var end = world.Run();

        Assert.Equal(RolloutPhase.Standby, end.Phase);
        Assert.Equal(RolloutOutcome.Promoted, end.Outcome);
        Assert.Equal([5m, 25m, 100m], world.Weights);
        Assert.Equal([1, 2, 5], world.Sizes);
        Assert.Equal(Track.B, world.Front);
        Assert.Equal(end.PhaseSince + TimeSpan.FromMinutes(30), end.StandbyUntil);
    }

    [Fact]
    public void A_failed_verdict_sends_all_traffic_back_and_retires_the_new_track()
    {
        var world = new ScriptedWorld(Plans.Begin(Plans.CanaryOf(5, 25, 100)))
        {
            Verdict = state => state.Stage == 1 ? RolloutOutcome.RolledBack : RolloutOutcome.Promoted,
        };

        var end = world.Run();

        Assert.Equal(RolloutPhase.Finished, end.Phase);
        Assert.Equal(RolloutOutcome.RolledBack, end.Outcome);
        Assert.Equal([5m, 25m, 0m], world.Weights);
        Assert.Equal([1, 2, 0], world.Sizes);
        Assert.Equal(Track.A, world.Front);
    }

    [Fact]
    public void A_stage_without_enough_evidence_ends_as_not_proved_at_its_maximum_duration()
    {
        var judging = Plans.Begin(Plans.CanaryOf(5, 100)) with { Phase = RolloutPhase.Judging };

        var before = RolloutMachine.Advance(judging, new Judged(null, "37 of 200 requests"), Plans.Start.AddMinutes(4));
        var after = RolloutMachine.Advance(judging, new Judged(null, "37 of 200 requests"), Plans.Start.AddMinutes(5));

        Assert.Equal(RolloutPhase.Judging, before.State.Phase);
        Assert.Equal(RolloutOutcome.NotProved, after.State.Outcome);
        Assert.Equal("37 of 200 requests", after.State.Reason);
        Assert.Contains(new SetWeight(Track.B, Percent.Zero, 7), after.Effects);
    }

    [Fact]
    public void Pods_that_are_not_ready_before_the_deadline_end_the_rollout_with_their_trouble()
    {
        var state = Plans.Begin(new RolloutStrategy.BlueGreen());

        var step = RolloutMachine.Advance(
            state,
            new TrackSeen(Track.B, 5, 3, "CrashLoopBackOff"),
            Plans.Start.AddMinutes(2)
        );

        Assert.Equal(RolloutOutcome.NeverReady, step.State.Outcome);
        Assert.Equal("3 of 5 pods were ready after 120 s: CrashLoopBackOff", step.State.Reason);
    }

    [Fact]
    public void A_failed_smoke_check_rolls_back_before_any_traffic_moved()
    {
        var world = new ScriptedWorld(Plans.Begin(new RolloutStrategy.BlueGreen())) { SmokePasses = false };

        var end = world.Run();

        Assert.Equal(RolloutOutcome.RolledBack, end.Outcome);
        Assert.Equal([0m], world.Weights);
    }

    [Fact]
    public void Blue_green_switches_in_one_write_without_being_judged()
    {
        var world = new ScriptedWorld(Plans.Begin(new RolloutStrategy.BlueGreen()));

        var end = world.Run();

        Assert.Equal(RolloutPhase.Standby, end.Phase);
        Assert.Equal([100m], world.Weights);
        Assert.Equal(0, world.Judgements);
    }

    [Fact]
    public void A_rolling_rollout_updates_the_active_track_in_place_and_touches_no_weight()
    {
        var world = new ScriptedWorld(Plans.Begin(new RolloutStrategy.Rolling()));

        var end = world.Run();

        Assert.Equal(RolloutPhase.Finished, end.Phase);
        Assert.Equal(RolloutOutcome.Promoted, end.Outcome);
        Assert.Empty(world.Weights);
        Assert.Equal([Plans.NewRevision], world.Installed);
    }

    [Fact]
    public void A_rolling_rollout_that_fails_installs_the_old_revision_again()
    {
        var world = new ScriptedWorld(Plans.Begin(new RolloutStrategy.Rolling())) { SmokePasses = false };

        var end = world.Run();

        Assert.Equal(RolloutOutcome.RolledBack, end.Outcome);
        Assert.Equal([Plans.NewRevision, Plans.OldRevision], world.Installed);
    }

    [Fact]
    public void The_first_version_goes_to_track_a_with_all_the_traffic()
    {
        var world = new ScriptedWorld(Plans.Begin(Plans.CanaryOf(5, 100), EnvironmentSnapshot.Empty));

        var end = world.Run();

        Assert.Equal(RolloutPhase.Finished, end.Phase);
        Assert.Equal(Track.A, world.Front);
        Assert.Equal([100m], world.Weights);
        Assert.Equal(0, world.Judgements);
    }

    [Fact]
    public void Someone_elses_change_of_the_route_is_left_alone()
    {
        var shifting = Plans.Begin(Plans.CanaryOf(5, 100)) with { Phase = RolloutPhase.Shifting };

        var step = RolloutMachine.Advance(shifting, new WeightSeen(Percent.Of(40), 9), Plans.Start);

        Assert.Equal(RolloutPhase.Finished, step.State.Phase);
        Assert.Equal(RolloutOutcome.Displaced, step.State.Outcome);
        Assert.Empty(step.Effects);
    }

    [Fact]
    public void A_return_that_was_fenced_off_is_tried_again_on_the_newer_epoch()
    {
        var returning = Plans.Begin(Plans.CanaryOf(5, 100)) with
        {
            Phase = RolloutPhase.Returning,
            Outcome = RolloutOutcome.RolledBack,
        };

        var step = RolloutMachine.Advance(returning, new WeightSeen(Percent.Of(5), 9), Plans.Start);

        Assert.Equal(RolloutPhase.Returning, step.State.Phase);
        Assert.Contains(new SetWeight(Track.B, Percent.Zero, 9), step.Effects.ToArray());
    }

    [Fact]
    public void Stopping_returns_to_the_stable_track_from_every_phase_that_is_not_yet_decided()
    {
        RolloutPhase[] undecided =
        [
            RolloutPhase.Installing,
            RolloutPhase.Checking,
            RolloutPhase.Scaling,
            RolloutPhase.Shifting,
            RolloutPhase.Judging,
            RolloutPhase.Promoting,
        ];

        foreach (var phase in undecided)
        {
            var step = RolloutMachine.Advance(
                Plans.Begin(Plans.CanaryOf(5, 100)) with
                {
                    Phase = phase,
                },
                new Stopped("SIGINT"),
                Plans.Start
            );

            Assert.Equal(RolloutPhase.Returning, step.State.Phase);
            Assert.Equal(RolloutOutcome.Aborted, step.State.Outcome);
        }
    }

    [Theory]
    [InlineData(RolloutPhase.Checking, RolloutOutcome.RolledBack, "the smoke check has no result after 120 s")]
    [InlineData(RolloutPhase.Shifting, RolloutOutcome.RolledBack, "the route does not show weight 5 % after 120 s")]
    [InlineData(RolloutPhase.Judging, RolloutOutcome.NotProved, "nothing could be judged after 300 s")]
    [InlineData(
        RolloutPhase.Promoting,
        RolloutOutcome.RolledBack,
        "the front Service does not point at the new track after 120 s"
    )]
    public void What_never_comes_ends_the_rollout_at_a_deadline(
        RolloutPhase phase,
        RolloutOutcome outcome,
        string reason
    )
    {
        var waiting = Plans.Begin(Plans.CanaryOf(5, 100)) with { Phase = phase };

        var step = RolloutMachine.Advance(waiting, new Elapsed(), Plans.Start.AddMinutes(5));

        Assert.Equal((outcome, reason), (step.State.Outcome!.Value, step.State.Reason));
        Assert.Equal(RolloutPhase.Returning, step.State.Phase);
    }

    [Fact]
    public void A_route_that_never_gives_the_traffic_back_is_left_to_whoever_owns_it()
    {
        var returning = Plans.Begin(Plans.CanaryOf(5, 100)) with
        {
            Phase = RolloutPhase.Returning,
            Outcome = RolloutOutcome.RolledBack,
            Reason = "errors",
        };

        var step = RolloutMachine.Advance(returning, new WeightSeen(Percent.Of(5), 9), Plans.Start.AddMinutes(2));

        Assert.Equal((RolloutPhase.Finished, RolloutOutcome.Displaced), (step.State.Phase, step.State.Outcome));
        Assert.Equal("errors; the route did not give the traffic back after 120 s", step.State.Reason);
        Assert.Empty(step.Effects);
    }

    [Fact]
    public void A_route_that_is_edited_while_a_stage_is_judged_ends_the_rollout()
    {
        var judging = Plans.Begin(Plans.CanaryOf(5, 100)) with { Phase = RolloutPhase.Judging };

        var step = RolloutMachine.Advance(judging, new WeightSeen(Percent.Of(50), 7), Plans.Start);

        Assert.Equal(RolloutOutcome.Displaced, step.State.Outcome);
    }

    [Fact]
    public void A_clock_that_jumps_back_makes_a_phase_begin_anew()
    {
        var waiting = Plans.Begin(new RolloutStrategy.BlueGreen());
        var anHourBefore = Plans.Start.AddHours(-1);

        var jumped = RolloutMachine.Advance(waiting, new Elapsed(), anHourBefore).State;
        var ended = RolloutMachine.Advance(jumped, new Elapsed(), anHourBefore.AddMinutes(2)).State;

        Assert.Equal(anHourBefore, jumped.PhaseSince);
        Assert.Equal(RolloutOutcome.NeverReady, ended.Outcome);
    }

    [Fact]
    public void A_clock_that_jumps_back_does_not_lengthen_the_standby()
    {
        var standby = new ScriptedWorld(Plans.Begin(new RolloutStrategy.BlueGreen())).Run();

        var jumped = RolloutMachine.Advance(standby, new Elapsed(), Plans.Start.AddDays(-1)).State;

        Assert.Equal(Plans.Start.AddDays(-1).AddMinutes(30), jumped.StandbyUntil);
    }

    [Fact]
    public void An_executor_that_continues_gives_the_phase_its_full_time_again()
    {
        var judging = Plans.Begin(Plans.CanaryOf(5, 100)) with { Phase = RolloutPhase.Judging };

        var step = RolloutMachine.Advance(judging, new Started(), Plans.Start.AddHours(1));

        Assert.Equal((RolloutPhase.Judging, Plans.Start.AddHours(1)), (step.State.Phase, step.State.PhaseSince));
    }

    [Fact]
    public void A_stage_that_waits_its_full_duration_passes_only_then()
    {
        var judging = Plans.Begin(Plans.CanaryOf(5, 100)) with { Phase = RolloutPhase.Judging };
        var stages = judging.Plan.Stages.Select(stage => stage with { WaitsFullDuration = true });
        judging = judging with { Plan = judging.Plan with { Stages = [.. stages] } };
        var good = new Judged(RolloutOutcome.Promoted, "proved");

        var early = RolloutMachine.Advance(judging, good, Plans.Start.AddMinutes(4)).State;
        var due = RolloutMachine.Advance(judging, good, Plans.Start.AddMinutes(5)).State;

        Assert.Equal((0, RolloutPhase.Judging), (early.Stage, early.Phase));
        Assert.Equal((1, RolloutPhase.Scaling), (due.Stage, due.Phase));
    }

    [Fact]
    public void A_rolling_rollout_whose_predecessor_is_unknown_leaves_what_runs()
    {
        var state = Plans.Begin(new RolloutStrategy.Rolling());
        state = state with { Plan = state.Plan with { From = null } };

        var step = RolloutMachine.Advance(state, new Stopped("SIGINT"), Plans.Start);

        Assert.Empty(step.Effects);
    }

    [Fact]
    public void The_old_track_is_scaled_to_zero_when_the_standby_ends()
    {
        var standby = new ScriptedWorld(Plans.Begin(new RolloutStrategy.BlueGreen())).Run();

        var early = RolloutMachine.Advance(standby, new Elapsed(), standby.StandbyUntil!.Value.AddSeconds(-1));
        var due = RolloutMachine.Advance(standby, new Elapsed(), standby.StandbyUntil.Value);

        Assert.Empty(early.Effects);
        Assert.Equal([new Scale(Track.A, 0)], due.Effects.ToArray());
    }
}
