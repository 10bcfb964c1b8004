using static Pipeline.Core.Rollouts.Transition;

namespace Pipeline.Core.Rollouts;

/// <summary>What follows from a person's request.</summary>
public static class RequestAnswers
{
    private const int Remembered = 50;

    /// <summary>Whether the rollout has seen this request.</summary>
    public static bool HasSeen(this RolloutState state, OperatorRequest request) =>
        state.Requests.Any(earlier => earlier.Id == request.Id);

    /// <summary>Why a request would change nothing, for people; null when it changes something.</summary>
    public static string? ObjectionTo(this RolloutState state, RequestKind kind) =>
        kind switch
        {
            RequestKind.Hold when state.Phase == RolloutPhase.Held => "it is held already",
            RequestKind.Hold when !CanBeHeld(state) => $"it is in phase {state.Phase}, and only what has not reached "
                + $"{RolloutPhase.Promoting} can be held",
            RequestKind.Resume when state.Phase != RolloutPhase.Held => $"it is not held but in phase {state.Phase}",
            RequestKind.Promote or RequestKind.PromoteFully when !CanBeHeld(state) =>
                $"it is in phase {state.Phase}: no stage is left to be skipped",
            RequestKind.Abort or RequestKind.Undo when !CanReturn(state) => state.Outcome is { } outcome
                ? $"it ended already: {outcome}"
                : $"it is in phase {state.Phase}",
            _ => null,
        };

    /// <summary>The step that a request leads to; it is recorded even if it changes nothing.</summary>
    internal static RolloutStep Answer(RolloutState state, OperatorRequest request, DateTimeOffset now)
    {
        if (request.Rollout != state.Plan.Id || state.HasSeen(request))
            return Stay(state);

        var noted = state with { Requests = [.. state.Requests.Add(request).TakeLast(Remembered)] };
        if (state.ObjectionTo(request.Kind) is not null)
            return Stay(noted);

        return request.Kind switch
        {
            RequestKind.Hold => Stay(
                noted with
                {
                    Phase = RolloutPhase.Held,
                    HeldPhase = state.Phase,
                    PhaseSince = now,
                    Reason = $"held by {request.Author}",
                }
            ),
            RequestKind.Resume => Stay(Resumed(noted, now)),
            RequestKind.Promote => Skip(Resumed(noted, now), state.Stage + 1, now),
            RequestKind.PromoteFully => Skip(Resumed(noted, now), state.Plan.Stages.Length, now),
            RequestKind.Abort => GiveUp(noted, RolloutOutcome.Aborted, $"aborted by {request.Author}", now),
            RequestKind.Undo => GiveUp(noted, RolloutOutcome.Aborted, $"undone by {request.Author}", now),
            _ => Stay(noted),
        };
    }

    private static bool CanBeHeld(RolloutState state) =>
        state is { IsUndecided: true, Phase: < RolloutPhase.Promoting };

    private static bool CanReturn(RolloutState state) => state.IsUndecided || state.Phase == RolloutPhase.Standby;

    // The effects of the phase were carried out before it was held; only its time begins anew.
    private static RolloutState Resumed(RolloutState state, DateTimeOffset now) =>
        state.HeldPhase is { } phase
            ? state with
            {
                Phase = phase,
                HeldPhase = null,
                PhaseSince = now,
                Reason = null,
            }
            : state;

    private static RolloutStep Skip(RolloutState state, int unjudged, DateTimeOffset now)
    {
        var skipping = state with { Unjudged = Math.Max(unjudged, state.Unjudged) };
        return state.Phase == RolloutPhase.Judging ? LeaveStage(skipping, now) : Stay(skipping);
    }
}
