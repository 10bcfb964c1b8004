namespace Pipeline.Core.Rollouts;

/// <summary>The moves that all phases share.</summary>
internal static class Transition
{
    /// <summary>Begins a phase with its effects.</summary>
    public static RolloutStep Enter(RolloutState state, RolloutPhase phase, DateTimeOffset now)
    {
        var entered = state with { Phase = phase, PhaseSince = now, HeldPhase = null };
        return new RolloutStep(entered, PhaseEffects.Of(entered));
    }

    /// <summary>Changes nothing in the cluster.</summary>
    public static RolloutStep Stay(RolloutState state) => new(state, []);

    /// <summary>Decides against the new revision and begins the way back.</summary>
    public static RolloutStep GiveUp(RolloutState state, RolloutOutcome outcome, string reason, DateTimeOffset now) =>
        Enter(
            state with
            {
                Outcome = outcome,
                Reason = reason,
            },
            state.Plan.Kind == RolloutKind.Rolling ? RolloutPhase.Retiring : RolloutPhase.Returning,
            now
        );

    /// <summary>Ends at once, and leaves the route to whoever changed it.</summary>
    public static RolloutStep Displace(RolloutState state, string reason, DateTimeOffset now) =>
        Enter(state with { Outcome = RolloutOutcome.Displaced, Reason = reason }, RolloutPhase.Finished, now);

    /// <summary>Goes to the next stage, or to the promotion after the last one.</summary>
    public static RolloutStep LeaveStage(RolloutState state, DateTimeOffset now) =>
        state.Stage + 1 < state.Plan.Stages.Length
            ? Enter(state with { Stage = state.Stage + 1 }, RolloutPhase.Scaling, now)
            : Enter(state, RolloutPhase.Promoting, now);
}
