using Pipeline.Core.Environments;
using static Pipeline.Core.Rollouts.RolloutEffect;
using static Pipeline.Core.Rollouts.RolloutObservation;
using static Pipeline.Core.Rollouts.Transition;

namespace Pipeline.Core.Rollouts;

/// <summary>Decides the next step of a rollout. Executor, simulator and crash tests all drive this one function.</summary>
public static class RolloutMachine
{
    /// <summary>The state and the effects that follow from an observation. Every phase answers every observation.</summary>
    public static RolloutStep Advance(RolloutState state, RolloutObservation observation, DateTimeOffset now)
    {
        var current = state.NotAheadOf(now);
        if (observation is Started)
            return new RolloutStep(Continued(current, now), PhaseEffects.Of(Interrupted(current)));

        var step = Answer(current, observation, now);
        return step.State.Phase == current.Phase && PhaseDeadline.IsOver(current, now)
            ? PhaseDeadline.Enforce(step.State, observation, now)
            : step;
    }

    private static RolloutStep Answer(RolloutState state, RolloutObservation observation, DateTimeOffset now) =>
        observation switch
        {
            Stopped stopped when state.IsUndecided => GiveUp(state, RolloutOutcome.Aborted, stopped.Reason, now),
            Requested requested => RequestAnswers.Answer(state, requested.Request, now),
            _ => state.Phase switch
            {
                RolloutPhase.Installing or RolloutPhase.Scaling => AwaitReady(state, observation, now),
                RolloutPhase.Checking => AwaitCheck(state, observation, now),
                RolloutPhase.Shifting => AwaitWeight(state, observation, now),
                RolloutPhase.Judging => AwaitVerdict(state, observation, now),
                RolloutPhase.Held => AwaitResumption(state, observation, now),
                RolloutPhase.Promoting => AwaitFront(state, observation, now),
                RolloutPhase.Standby => AwaitEndOfStandby(state, now),
                RolloutPhase.Returning => AwaitReturn(state, observation, now),
                RolloutPhase.Retiring => AwaitRetirement(state, observation, now),
                _ => Stay(state),
            },
        };

    // What was held was perhaps left between its state and its effects.
    private static RolloutState Interrupted(RolloutState state) =>
        state.HeldPhase is { } phase ? state with { Phase = phase } : state;

    // The time that went by without an executor is not the new revision's fault.
    private static RolloutState Continued(RolloutState state, DateTimeOffset now) =>
        state.IsUnderWay && state.Phase != RolloutPhase.Held ? state with { PhaseSince = now } : state;

    private static RolloutStep AwaitReady(RolloutState state, RolloutObservation observation, DateTimeOffset now) =>
        observation is TrackSeen seen
        && seen.Track == state.Plan.Target
        && seen.Desired == state.CurrentStage.Replicas
        && seen.Ready >= state.CurrentStage.Replicas
            ? Enter(state, state.Phase == RolloutPhase.Installing ? RolloutPhase.Checking : RolloutPhase.Shifting, now)
            : Stay(state);

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
            return Displaced(state, seen, state.Epoch + 1, now);

        var shifted = state with { Epoch = seen.Epoch };
        return state.CurrentStage.MaximumDuration is null || state.Stage < state.Unjudged
            ? LeaveStage(shifted, now)
            : Enter(shifted, RolloutPhase.Judging, now);
    }

    private static RolloutStep AwaitVerdict(RolloutState state, RolloutObservation observation, DateTimeOffset now) =>
        observation switch
        {
            Judged { Outcome: RolloutOutcome.Promoted } judged => IsLongEnough(state, now)
                ? LeaveStage(state.With(judged), now)
                : Stay(state),
            Judged { Outcome: { } outcome } judged => GiveUp(state.With(judged), outcome, judged.Sentence, now),
            WeightSeen seen when IsForeign(state, seen) => Displaced(state, seen, state.Epoch, now),
            _ => Stay(state),
        };

    private static bool IsLongEnough(RolloutState state, DateTimeOffset now) =>
        !state.CurrentStage.WaitsFullDuration || now - state.PhaseSince >= state.CurrentStage.MaximumDuration;

    // A canary that turns out bad is not kept in the traffic only because somebody wanted to have a look at it.
    private static RolloutStep AwaitResumption(
        RolloutState state,
        RolloutObservation observation,
        DateTimeOffset now
    ) =>
        observation switch
        {
            Judged { Outcome: RolloutOutcome.RolledBack } judged => GiveUp(
                state.With(judged),
                RolloutOutcome.RolledBack,
                judged.Sentence,
                now
            ),
            WeightSeen seen when state.HeldPhase == RolloutPhase.Judging && IsForeign(state, seen) => Displaced(
                state,
                seen,
                state.Epoch,
                now
            ),
            _ => Stay(state),
        };

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
        observation is TrackSeen seen && PhaseEffects.IsRetired(state, seen)
            ? Enter(state, RolloutPhase.Finished, now)
            : Stay(state);

    private static bool IsForeign(RolloutState state, WeightSeen seen) =>
        seen.Weight != state.CurrentStage.Weight || seen.Epoch != state.Epoch;

    private static RolloutStep Displaced(RolloutState state, WeightSeen seen, long expectedEpoch, DateTimeOffset now) =>
        Displace(
            state with
            {
                Epoch = seen.Epoch,
            },
            $"the route has weight {seen.Weight} at epoch {seen.Epoch}, expected {state.CurrentStage.Weight} at epoch "
                + $"{expectedEpoch}: someone else changed it",
            now
        );
}
