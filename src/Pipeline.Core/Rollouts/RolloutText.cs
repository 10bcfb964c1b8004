using System.Globalization;
using Pipeline.Core.Environments;

namespace Pipeline.Core.Rollouts;

/// <summary>Rollouts in sentences.</summary>
public static class RolloutText
{
    /// <summary>What is going to happen, a line per step.</summary>
    public static IEnumerable<string> Describe(this RolloutPlan plan)
    {
        yield return plan.Kind switch
        {
            RolloutKind.Bootstrap =>
                $"first version: nothing to compare with; {plan.To.Short} goes to track {plan.Target.Label()}",
            RolloutKind.Rolling =>
                $"rolling: {plan.To.Short} replaces {plan.From?.Short} on track {plan.Target.Label()}",
            _ =>
                $"{plan.Strategy}: {plan.To.Short} on track {plan.Target.Label()} replaces {plan.From?.Short} on track {plan.Target.Other().Label()}",
        };
        if (plan.Kind != RolloutKind.TwoTrack)
            yield break;
        if (plan.StableIsDown)
            yield return $"no pod of track {plan.Target.Other().Label()} is ready: the new version takes over without being compared";

        foreach (var stage in plan.Stages)
            yield return $"{Share(stage)} of the traffic on {Pods(stage.Replicas)}, "
                + (
                    stage.MaximumDuration is { } duration
                        ? Judging(stage, duration)
                        : "in one switch after the smoke check"
                );
        if (plan.Stages.Any(stage => stage.StableReplicas is not null))
            yield return "pods divide connections, not requests: the split is not checked, and a rollback takes as long as pods take to start";
        else
            yield return $"the old track stays warm for {plan.Standby.TotalMinutes:0} min; until then a rollback is one write";
    }

    /// <summary>The phase that a rollout just entered.</summary>
    public static string Describe(this RolloutState state)
    {
        var plan = state.Plan;
        var track = $"track {plan.Target.Label()}";
        return state.Phase switch
        {
            RolloutPhase.Installing =>
                $"{plan.To.Short} is being installed on {track}, {Pods(plan.Stages[0].Replicas)}",
            RolloutPhase.Checking => $"{Pods(state.CurrentStage.Replicas)} ready, smoke check",
            RolloutPhase.Scaling => $"{track} grows to {Pods(state.CurrentStage.Replicas)}",
            RolloutPhase.Shifting => $"{state.CurrentStage.Weight} of the traffic to {track}",
            RolloutPhase.Judging => $"judging at {state.CurrentStage.Weight}",
            RolloutPhase.Held =>
                $"{state.Reason}; {state.HeldPhase} goes on after ./build.sh Resume --environment {plan.Environment}",
            RolloutPhase.Promoting => $"{track} becomes the active one",
            RolloutPhase.Standby =>
                $"{track} serves everything; the old track stays warm until {state.StandbyUntil:HH:mm} UTC",
            RolloutPhase.Returning => "all traffic goes back to the stable track",
            RolloutPhase.Retiring when state.Outcome == RolloutOutcome.Promoted =>
                $"track {plan.Target.Other().Label()} is scaled to zero",
            RolloutPhase.Retiring when plan.Kind == RolloutKind.Rolling => $"{plan.From?.Short} is installed again",
            RolloutPhase.Retiring => $"{track} is scaled to zero",
            _ when state.Outcome == RolloutOutcome.Promoted => $"{plan.To.Short} serves",
            _ when state.Outcome == RolloutOutcome.Displaced => "the route is left as it is",
            _ => plan.From is { } from ? $"{from.Short} serves everything" : "nothing serves",
        };
    }

    /// <summary>The end of a rollout, for the last line of a run.</summary>
    public static string Conclusion(this RolloutState state) =>
        state.Outcome switch
        {
            RolloutOutcome.Promoted => $"{state.Plan.To.Short} verified",
            RolloutOutcome.RolledBack => $"rolled back: {state.Reason}",
            RolloutOutcome.NotProved => $"not enough evidence, all traffic is back on the old version: {state.Reason}",
            RolloutOutcome.NeverReady => $"never became ready: {state.Reason}",
            RolloutOutcome.Displaced => $"someone else owns the route: {state.Reason}",
            _ => $"stopped: {state.Reason}; all traffic is back on the old version",
        };

    // Where pods divide the traffic, the weight of the definition is only what was wished for.
    private static string Share(PlannedStage stage) =>
        stage.ActualShare == stage.Weight
            ? $"{stage.Weight}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{stage.ActualShare.Value:0.#} % (wanted {stage.Weight}, {stage.StableReplicas} stable pods)"
            );

    private static string Judging(PlannedStage stage, TimeSpan duration)
    {
        var until = stage.WaitsFullDuration ? "judged for" : "judged for at most";
        var samples = stage.MinimumSamples > 0 ? $" and at least {stage.MinimumSamples} requests" : "";
        return $"{until} {duration.TotalSeconds:0} s{samples}";
    }

    private static string Pods(int count) => count == 1 ? "1 pod" : $"{count} pods";
}
