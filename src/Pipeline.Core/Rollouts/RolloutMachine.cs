using System.Collections.Immutable;
using Pipeline.Core.Environments;
using static Pipeline.Core.Rollouts.RolloutEffect;
using static Pipeline.Core.Rollouts.RolloutObservation;

namespace Pipeline.Core.Rollouts;

/// <summary>Decides the next step of a rollout. Executor, simulator and crash tests all drive this one function.</summary>
public static class RolloutMachine
{
    /// <summary>The state and the effects that follow from an observation. Every phase answers every observation.</summary>
    public static RolloutStep Advance(RolloutState state, RolloutObservation observation, DateTimeOffset now) =>
        observation switch
        {
            Started => new RolloutStep(state, EffectsOf(state)),
            Stopped stopped when CanStillReturn(state) => GiveUp(state, RolloutOutcome.Aborted, stopped.Reason, now),
            _ => state.Phase switch
            {
                RolloutPhase.Installing or RolloutPhase.Scaling => AwaitReady(state, observation, now),
                RolloutPhase.Checking => AwaitCheck(state, observation, now),
                RolloutPhase.Shifting => AwaitWeight(state, observation, now),
                RolloutPhase.Judging => AwaitVerdict(state, observation, now),
                RolloutPhase.Promoting => AwaitFront(state, observation, now),
                RolloutPhase.Standby => AwaitEndOfStandby(state, now),
                RolloutPhase.Returning => AwaitReturn(state, observation, now),
                RolloutPhase.Retiring => AwaitRetirement(state, observation, now),
                _ => Stay(state),
            },
        };

    // What a phase does on entry, and again when an executor continues in it.
    private static ImmutableArray<RolloutEffect> EffectsOf(RolloutState state)
    {
        var plan = state.Plan;
        return state.Phase switch
        {
            RolloutPhase.Installing => [new Install(plan.Target, plan.To, plan.Stages[0].Replicas)],
            RolloutPhase.Scaling => [new Scale(plan.Target, state.CurrentStage.Replicas)],
            RolloutPhase.Shifting => [new SetWeight(plan.Target, state.CurrentStage.Weight, state.Epoch)],
            RolloutPhase.Promoting => [new SwitchFront(plan.Target), new Record(plan.To)],
            RolloutPhase.Returning => Return(state),
            RolloutPhase.Retiring => Retire(state),
            _ => [],
        };
    }

    private static ImmutableArray<RolloutEffect> Return(RolloutState state) =>
        state.Plan.Stable is { } stable
            ? [new SetWeight(state.Plan.Target, Percent.Zero, state.Epoch), new SwitchFront(stable)]
            : [new SetWeight(state.Plan.Target, Percent.Zero, state.Epoch)];

    private static ImmutableArray<RolloutEffect> Retire(RolloutState state) =>
        state switch
        {
            { Outcome: RolloutOutcome.Promoted, Plan.Stable: { } old } => [new Scale(old, 0)],
            { Plan: { Kind: RolloutKind.Rolling, From: { } from } plan } =>
            [
                new Install(plan.Target, from, plan.Replicas),
            ],
            _ => [new Scale(state.Plan.Target, 0)],
        };

    private static RolloutStep AwaitReady(RolloutState state, RolloutObservation observation, DateTimeOffset now)
    {
        var needed = state.CurrentStage.Replicas;
        if (
            observation is TrackSeen seen
            && seen.Track == state.Plan.Target
            && seen.Desired == needed
            && seen.Ready >= needed
        )
            return Enter(
                state,
                state.Phase == RolloutPhase.Installing ? RolloutPhase.Checking : RolloutPhase.Shifting,
                now
            );

        if (now - state.PhaseSince < state.Plan.ReadinessDeadline)
            return Stay(state);

        var count = observation is TrackSeen { Ready: var ready } ? $"{ready} of {needed}" : $"not all {needed}";
        var trouble = observation is TrackSeen { Trouble: { } why } ? $": {why}" : "";
        return GiveUp(
            state,
            RolloutOutcome.NeverReady,
            $"{count} pods were ready after {state.Plan.ReadinessDeadline.TotalSeconds:0} s{trouble}",
            now
        );
    }

    private static RolloutStep AwaitCheck(RolloutState state, RolloutObservation observation, DateTimeOffset now) =>
        observation switch
        {
            Checked { Passed: true } => Enter(
                state,
                state.Plan.Kind == RolloutKind.Rolling ? RolloutPhase.Promoting : RolloutPhase.Shifting,
                now
            ),
            Checked failed => GiveUp(state, RolloutOutcome.RolledBack, failed.Detail, now),
            _ => Stay(state),
        };

    private static RolloutStep AwaitWeight(RolloutState state, RolloutObservation observation, DateTimeOffset now)
    {
        if (observation is not WeightSeen seen)
            return Stay(state);
        if (seen.Weight != state.CurrentStage.Weight || seen.Epoch != state.Epoch + 1)
            return Displaced(state, seen, now);

        var shifted = state with { Epoch = seen.Epoch };
        return state.CurrentStage.MaximumDuration is null
            ? LeaveStage(shifted, now)
            : Enter(shifted, RolloutPhase.Judging, now);
    }

    private static RolloutStep AwaitVerdict(RolloutState state, RolloutObservation observation, DateTimeOffset now) =>
        observation switch
        {
            Judged { Outcome: RolloutOutcome.Promoted } => LeaveStage(state, now),
            Judged { Outcome: { } outcome } judged => GiveUp(state, outcome, judged.Sentence, now),
            Judged judged when now - state.PhaseSince >= state.CurrentStage.MaximumDuration => GiveUp(
                state,
                RolloutOutcome.NotProved,
                judged.Sentence,
                now
            ),
            _ => Stay(state),
        };

    private static RolloutStep LeaveStage(RolloutState state, DateTimeOffset now) =>
        state.Stage + 1 < state.Plan.Stages.Length
            ? Enter(state with { Stage = state.Stage + 1 }, RolloutPhase.Scaling, now)
            : Enter(state, RolloutPhase.Promoting, now);

    private static RolloutStep AwaitFront(RolloutState state, RolloutObservation observation, DateTimeOffset now)
    {
        if (observation is not FrontSeen seen || seen.Track != state.Plan.Target)
            return Stay(state);

        var promoted = state with { Outcome = RolloutOutcome.Promoted };
        return state.Plan.Kind == RolloutKind.TwoTrack
            ? Enter(promoted with { StandbyUntil = now + state.Plan.Standby }, RolloutPhase.Standby, now)
            : Enter(promoted, RolloutPhase.Finished, now);
    }

    private static RolloutStep AwaitEndOfStandby(RolloutState state, DateTimeOffset now) =>
        now >= state.StandbyUntil ? Enter(state, RolloutPhase.Retiring, now) : Stay(state);

    private static RolloutStep AwaitReturn(RolloutState state, RolloutObservation observation, DateTimeOffset now) =>
        observation switch
        {
            WeightSeen seen when seen.Weight == Percent.Zero => Enter(
                state with
                {
                    Epoch = seen.Epoch,
                },
                RolloutPhase.Retiring,
                now
            ),
            // The write was fenced off by a newer epoch: try again on top of what is there now.
            WeightSeen seen when seen.Epoch != state.Epoch => new RolloutStep(
                state with
                {
                    Epoch = seen.Epoch,
                },
                [new SetWeight(state.Plan.Target, Percent.Zero, seen.Epoch)]
            ),
            _ => Stay(state),
        };

    private static RolloutStep AwaitRetirement(
        RolloutState state,
        RolloutObservation observation,
        DateTimeOffset now
    ) =>
        (observation is TrackSeen seen && IsRetired(state, seen))
        || now - state.PhaseSince >= state.Plan.ReadinessDeadline
            ? Enter(state, RolloutPhase.Finished, now)
            : Stay(state);

    private static bool IsRetired(RolloutState state, TrackSeen seen) =>
        state switch
        {
            { Outcome: RolloutOutcome.Promoted, Plan.Stable: { } old } => seen.Track == old && seen.Desired == 0,
            { Plan: { Kind: RolloutKind.Rolling, From: not null } plan } => seen.Track == plan.Target
                && seen.Ready >= plan.Replicas,
            _ => seen.Track == state.Plan.Target && seen.Desired == 0,
        };

    private static RolloutStep GiveUp(RolloutState state, RolloutOutcome outcome, string reason, DateTimeOffset now)
    {
        var ending = state with { Outcome = outcome, Reason = reason };
        return Enter(
            ending,
            state.Plan.Kind == RolloutKind.Rolling ? RolloutPhase.Retiring : RolloutPhase.Returning,
            now
        );
    }

    private static RolloutStep Displaced(RolloutState state, WeightSeen seen, DateTimeOffset now) =>
        Enter(
            state with
            {
                Outcome = RolloutOutcome.Displaced,
                Reason =
                    $"the route has weight {seen.Weight} at epoch {seen.Epoch}, expected {state.CurrentStage.Weight} at epoch "
                    + $"{state.Epoch + 1}: someone else changed it",
                Epoch = seen.Epoch,
            },
            RolloutPhase.Finished,
            now
        );

    private static bool CanStillReturn(RolloutState state) => state.IsUnderWay && state.Outcome is null;

    private static RolloutStep Enter(RolloutState state, RolloutPhase phase, DateTimeOffset now)
    {
        var entered = state with { Phase = phase, PhaseSince = now };
        return new RolloutStep(entered, EffectsOf(entered));
    }

    private static RolloutStep Stay(RolloutState state) => new(state, []);
}
