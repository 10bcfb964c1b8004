using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using static Pipeline.Core.Rollouts.RolloutObservation;

namespace Pipeline.Core.Tests.Rollouts;

/// <summary>Something that a rollout sees.</summary>
/// <param name="Kind">What kind of thing it is; from 9 on, what the state waits for.</param>
/// <param name="Number">The numbers in it, 0 to 100.</param>
/// <param name="Time">How long after the thing before.</param>
internal sealed record WalkMove(int Kind, int Number, TimeSpan Time)
{
    public RolloutObservation In(RolloutState state) =>
        Kind switch
        {
            0 => new Started(),
            1 => new TrackSeen(Number % 2 == 0 ? Track.A : Track.B, Number % 7, Number % 5, "trouble"),
            2 => new Checked(Number % 2 == 0, "checked"),
            3 => new WeightSeen(Percent.Of(Number), state.Epoch + Number % 3),
            4 => new Judged(OutcomeOf(Number), "judged"),
            5 => new FrontSeen(
                (Number % 3) switch
                {
                    0 => null,
                    1 => Track.A,
                    _ => Track.B,
                }
            ),
            6 => new Elapsed(),
            7 when Number < 30 => new Stopped("stopped"),
            8 => new Requested(Request(state)),
            _ => AwaitedIn(state),
        };

    /// <summary>What a cluster without trouble shows a rollout in this state.</summary>
    public static RolloutObservation AwaitedIn(RolloutState state) =>
        state switch
        {
            { Phase: RolloutPhase.Installing or RolloutPhase.Scaling } => Ready(state, state.CurrentStage.Replicas),
            { Phase: RolloutPhase.Checking } => new Checked(true, "answered 200"),
            { Phase: RolloutPhase.Shifting } => new WeightSeen(state.CurrentStage.Weight, state.Epoch + 1),
            { Phase: RolloutPhase.Held } => new Requested(ResumptionOf(state)),
            { Phase: RolloutPhase.Judging } => new Judged(RolloutOutcome.Promoted, "proved"),
            { Phase: RolloutPhase.Promoting } => new FrontSeen(state.Plan.Target),
            { Phase: RolloutPhase.Returning } => new WeightSeen(Percent.Zero, state.Epoch + 1),
            { Phase: RolloutPhase.Retiring, Outcome: RolloutOutcome.Promoted, Plan.Stable: { } old } => new TrackSeen(
                old,
                0,
                0
            ),
            { Phase: RolloutPhase.Retiring, Plan.Kind: RolloutKind.Rolling } => Ready(state, state.Plan.Replicas),
            { Phase: RolloutPhase.Retiring } => Ready(state, 0),
            _ => new Elapsed(),
        };

    private static OperatorRequest ResumptionOf(RolloutState state) =>
        new()
        {
            Id = $"resume-{state.Requests.Length}",
            Rollout = state.Plan.Id,
            Kind = RequestKind.Resume,
            By = "anna",
            Why = "",
            At = state.PhaseSince,
        };

    // One in ten repeats an earlier request, one in ten is meant for another rollout.
    private OperatorRequest Request(RolloutState state) =>
        ResumptionOf(state) with
        {
            Id = $"request-{Number}",
            Rollout = Number % 10 == 0 ? "another-1" : state.Plan.Id,
            Kind = Enum.GetValues<RequestKind>()[Number % 7],
        };

    // Every fourth judgement is none.
    private static RolloutOutcome? OutcomeOf(int number) =>
        number % 4 == 0 ? null : Enum.GetValues<RolloutOutcome>()[number % 6];

    private static TrackSeen Ready(RolloutState state, int pods) => new(state.Plan.Target, pods, pods);
}
