using System.Collections.Immutable;
using static Pipeline.Core.Rollouts.RolloutEffect;

namespace Pipeline.Core.Rollouts;

/// <summary>What a phase does on entry, and again when an executor continues in it.</summary>
internal static class PhaseEffects
{
    public static ImmutableArray<RolloutEffect> Of(RolloutState state)
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

    /// <summary>Whether what <see cref="RolloutPhase.Retiring"/> does has been done.</summary>
    public static bool IsRetired(RolloutState state, RolloutObservation.TrackSeen seen) =>
        state switch
        {
            { Outcome: RolloutOutcome.Promoted, Plan.Stable: { } old } => seen.Track == old && seen.Desired == 0,
            { Plan: { Kind: RolloutKind.Rolling, From: null } } => true,
            { Plan: { Kind: RolloutKind.Rolling } plan } => seen.Track == plan.Target && seen.Ready >= plan.Replicas,
            _ => seen.Track == state.Plan.Target && seen.Desired == 0,
        };

    private static ImmutableArray<RolloutEffect> Return(RolloutState state)
    {
        var weight = new SetWeight(state.Plan.Target, Percent.Zero, state.Epoch);
        return state switch
        {
            // It was promoted already: the history goes on with the revision that serves again.
            { StandbyUntil: not null, Plan: { Stable: { } stable, From: { } from } } =>
            [
                weight,
                new SwitchFront(stable),
                new Record(from),
            ],
            { Plan.Stable: { } stable } => [weight, new SwitchFront(stable)],
            _ => [weight],
        };
    }

    private static ImmutableArray<RolloutEffect> Retire(RolloutState state) =>
        state switch
        {
            { Outcome: RolloutOutcome.Promoted, Plan.Stable: { } old } => [new Scale(old, 0)],
            // What ran before is not known, so nothing can be put in the place of what runs now.
            { Plan: { Kind: RolloutKind.Rolling, From: null } } => [],
            { Plan: { Kind: RolloutKind.Rolling, From: { } from } plan } =>
            [
                new Install(plan.Target, from, plan.Replicas),
            ],
            _ => [new Scale(state.Plan.Target, 0)],
        };
}
