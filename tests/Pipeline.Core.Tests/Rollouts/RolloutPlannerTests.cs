using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;

namespace Pipeline.Core.Tests.Rollouts;

public sealed class RolloutPlannerTests
{
    private static readonly DeliveryEnvironment Production = Plans.Service.Environments[0];

    [Fact]
    public void A_revision_that_serves_already_leaves_nothing_to_do()
    {
        var decision = Decide(new EnvironmentSnapshot(Track.A, Plans.NewRevision, 3, null));

        Assert.IsType<RolloutDecision.NothingToDo>(decision);
    }

    [Fact]
    public void Stages_have_the_pods_that_their_weight_needs()
    {
        var plan = Plans.Begin(Plans.CanaryOf(5, 25, 100)).Plan;

        Assert.Equal([1, 2, 5], plan.Stages.Select(stage => stage.Replicas));
        Assert.Equal(Track.B, plan.Target);
        Assert.Equal(Track.A, plan.Stable);
    }

    [Fact]
    public void The_number_of_a_rollout_follows_that_of_the_last_one()
    {
        var first = Plans.Begin(Plans.CanaryOf(5, 100));
        var finished = first with { Phase = RolloutPhase.Finished, Outcome = RolloutOutcome.RolledBack };

        var second = Assert.IsType<RolloutDecision.Begin>(Decide(Plans.Serving(finished))).State;

        Assert.Equal("user-service-production-1", first.Plan.Id);
        Assert.Equal("user-service-production-2", second.Plan.Id);
    }

    [Fact]
    public void A_rollout_left_in_the_middle_goes_on()
    {
        var left = Plans.Begin(Plans.CanaryOf(5, 100)) with { Phase = RolloutPhase.Judging };

        var decision = Decide(Plans.Serving(left));

        Assert.Equal(new RolloutDecision.Continue(left), decision);
    }

    [Fact]
    public void A_rollout_of_another_revision_left_in_the_middle_returns_first()
    {
        var left = Plans.Begin(Plans.CanaryOf(5, 100)) with { Phase = RolloutPhase.Judging };
        var other = left with { Plan = left.Plan with { To = Plans.OldRevision } };

        var decision = Decide(Plans.Serving(other));

        Assert.Equal(new RolloutDecision.ReturnFirst(other), decision);
    }

    [Fact]
    public void A_return_left_in_the_middle_is_finished_before_the_same_revision_is_tried_again()
    {
        var returning = Plans.Begin(Plans.CanaryOf(5, 100)) with
        {
            Phase = RolloutPhase.Returning,
            Outcome = RolloutOutcome.RolledBack,
        };

        var decision = Decide(Plans.Serving(returning));

        Assert.IsType<RolloutDecision.ReturnFirst>(decision);
    }

    [Fact]
    public void The_next_run_scales_down_the_old_track_once_its_standby_is_over()
    {
        var standby = Plans.Begin(Plans.CanaryOf(5, 100)) with
        {
            Phase = RolloutPhase.Standby,
            Outcome = RolloutOutcome.Promoted,
            StandbyUntil = Plans.Start,
        };

        var decision = Decide(new EnvironmentSnapshot(Track.B, Plans.NewRevision, 9, standby));

        Assert.Equal(RolloutPhase.Retiring, Assert.IsType<RolloutDecision.Continue>(decision).State.Phase);
    }

    [Fact]
    public void A_rollout_of_another_revision_that_a_person_holds_is_left_to_them()
    {
        var left = Plans.Begin(Plans.CanaryOf(5, 100)) with { Phase = RolloutPhase.Held };
        var other = left with { Plan = left.Plan with { To = Plans.OldRevision } };

        var decision = Decide(Plans.Serving(other));

        Assert.Equal(new RolloutDecision.HeldByPerson(other), decision);
    }

    [Fact]
    public void A_stable_version_that_answers_nobody_is_replaced_without_being_compared()
    {
        var decision = Decide(Plans.Serving() with { IsDown = true });

        var plan = Assert.IsType<RolloutDecision.Begin>(decision).State.Plan;
        Assert.Equal([new PlannedStage(Percent.Full, 5, MaximumDuration: null)], plan.Stages.ToArray());
        Assert.Contains(
            "no pod of track a is ready: the new version takes over without being compared",
            plan.Describe()
        );
    }

    [Fact]
    public void Where_pods_divide_the_traffic_the_plan_tells_the_actual_share()
    {
        var environment = Production with
        {
            Replicas = 3,
            Strategy = Plans.CanaryOf(10, 100),
            Routing = new TrafficRouting.ReplicaRatio { MaySurge = false },
        };

        var decision = RolloutPlanner.Decide(
            Plans.Service,
            environment,
            Plans.Serving(),
            new WantedVersion(Plans.NewRevision),
            Plans.Start
        );

        var plan = Assert.IsType<RolloutDecision.Begin>(decision).State.Plan;
        Assert.Equal([(1, 2), (3, 0)], plan.Stages.Select(stage => (stage.Replicas, stage.StableReplicas!.Value)));
        Assert.Contains(
            "33.3 % (wanted 10 %, 2 stable pods) of the traffic on 1 pod, judged for at most 300 s",
            plan.Describe()
        );
    }

    private static RolloutDecision Decide(EnvironmentSnapshot snapshot) =>
        RolloutPlanner.Decide(Plans.Service, Production, snapshot, new WantedVersion(Plans.NewRevision), Plans.Start);
}
