using Pipeline.Core.Environments;

namespace Pipeline.Core.Rollouts;

/// <summary>Something that the executor learned about the world.</summary>
public abstract record RolloutObservation
{
    private RolloutObservation() { }

    /// <summary>An executor began, or continued after another one died.</summary>
    public sealed record Started : RolloutObservation;

    /// <summary>The pods of a track.</summary>
    /// <param name="Track">The track.</param>
    /// <param name="Desired">Pods it should have by its specification, as far as the cluster has seen that.</param>
    /// <param name="Ready">Pods of the wanted revision that are ready.</param>
    /// <param name="Trouble">What keeps the others from it, or null.</param>
    public sealed record TrackSeen(Track Track, int Desired, int Ready, string? Trouble = null) : RolloutObservation;

    /// <summary>The smoke check's result.</summary>
    public sealed record Checked(bool Passed, string Detail) : RolloutObservation;

    /// <summary>The share of the new revision's track on the route, and the route's epoch.</summary>
    public sealed record WeightSeen(Percent Weight, long Epoch) : RolloutObservation;

    /// <summary>The track that the front Service points at.</summary>
    public sealed record FrontSeen(Track? Track) : RolloutObservation;

    /// <summary>A judgement of the current stage.</summary>
    /// <param name="Outcome">Null while the evidence does not suffice either way.</param>
    /// <param name="Sentence">The judgement for people.</param>
    public sealed record Judged(RolloutOutcome? Outcome, string Sentence) : RolloutObservation;

    /// <summary>Time has passed.</summary>
    public sealed record Elapsed : RolloutObservation;

    /// <summary>A signal wants the rollout to end.</summary>
    public sealed record Stopped(string Reason) : RolloutObservation;

    /// <summary>A person asks something of the rollout; the same request seen again asks nothing new.</summary>
    public sealed record Requested(OperatorRequest Request) : RolloutObservation;
}
