using Pipeline.Core.Environments;

namespace Pipeline.Core.Rollouts;

/// <summary>A change to the cluster. Each is idempotent: carried out twice, it changes the cluster once.</summary>
public abstract record RolloutEffect
{
    private RolloutEffect() { }

    /// <summary>Puts a revision and its configuration on a track.</summary>
    public sealed record Install(Track Track, Revision Revision, int Replicas) : RolloutEffect;

    /// <summary>Sets the number of pods of a track.</summary>
    public sealed record Scale(Track Track, int Replicas) : RolloutEffect;

    /// <summary>Gives a track its share of the traffic and the other track the rest.</summary>
    /// <param name="Track">The track that is meant.</param>
    /// <param name="Weight">Its share.</param>
    /// <param name="ExpectedEpoch">The epoch that the route must have; another one means that someone else acted.</param>
    public sealed record SetWeight(Track Track, Percent Weight, long ExpectedEpoch) : RolloutEffect;

    /// <summary>Points the front Service at a track.</summary>
    public sealed record SwitchFront(Track Track) : RolloutEffect;

    /// <summary>Adds a revision to the history that <c>Undo</c> chooses from.</summary>
    public sealed record Record(Revision Revision) : RolloutEffect;
}
