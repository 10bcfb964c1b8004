using System.Globalization;
using static Pipeline.Core.Rollouts.RolloutObservation;

namespace Pipeline.Core.Rollouts;

/// <summary>How long a phase may take, and what follows when it takes longer.</summary>
internal static class PhaseDeadline
{
    /// <summary>A clock that jumped back makes a phase begin anew, so that it never lasts longer than twice its time.</summary>
    public static RolloutState NotAheadOf(this RolloutState state, DateTimeOffset now) =>
        now >= state.PhaseSince
            ? state
            : state with
            {
                PhaseSince = now,
                StandbyUntil = state.StandbyUntil is null ? null : now + state.Plan.Standby,
            };

    /// <summary>Whether the phase should have ended by now.</summary>
    public static bool IsOver(RolloutState state, DateTimeOffset now) =>
        Of(state) is { } limit && now - state.PhaseSince >= limit;

    /// <summary>Ends a phase that took too long; what was seen last tells why.</summary>
    public static RolloutStep Enforce(RolloutState state, RolloutObservation seen, DateTimeOffset now)
    {
        var plan = state.Plan;
        var after = string.Create(CultureInfo.InvariantCulture, $"after {Of(state)?.TotalSeconds:0} s");
        return state.Phase switch
        {
            RolloutPhase.Installing or RolloutPhase.Scaling => Transition.GiveUp(
                state,
                RolloutOutcome.NeverReady,
                $"{Readiness(state, seen)} {after}{TroubleIn(seen)}",
                now
            ),
            RolloutPhase.Checking => RollBack("the smoke check has no result"),
            RolloutPhase.Shifting => RollBack($"the route does not show weight {state.CurrentStage.Weight}"),
            RolloutPhase.Promoting => RollBack("the front Service does not point at the new track"),
            RolloutPhase.Judging => Transition.GiveUp(
                seen is Judged last ? state.With(last) : state,
                RolloutOutcome.NotProved,
                seen is Judged judged ? judged.Sentence : $"nothing could be judged {after}",
                now
            ),
            RolloutPhase.Returning => Transition.Displace(
                state,
                $"{state.Reason}; the route did not give the traffic back {after}",
                now
            ),
            RolloutPhase.Retiring => Transition.Enter(state, RolloutPhase.Finished, now),
            _ => Transition.Stay(state),
        };

        RolloutStep RollBack(string what) =>
            Transition.GiveUp(state, RolloutOutcome.RolledBack, $"{what} {after}", now);
    }

    private static TimeSpan? Of(RolloutState state) =>
        state.Phase switch
        {
            RolloutPhase.Judging => state.CurrentStage.MaximumDuration,
            RolloutPhase.Held or RolloutPhase.Standby or RolloutPhase.Finished => null,
            _ => state.Plan.ReadinessDeadline,
        };

    private static string Readiness(RolloutState state, RolloutObservation seen)
    {
        var needed = state.CurrentStage.Replicas;
        return seen is TrackSeen { Ready: var ready }
            ? $"{ready} of {needed} pods were ready"
            : $"not all {needed} pods were ready";
    }

    private static string TroubleIn(RolloutObservation seen) =>
        seen is TrackSeen { Trouble: { } trouble } ? $": {trouble}" : "";
}
