namespace Pipeline.Core.Rollouts;

/// <summary>Where a rollout stands. The order is that of a rollout without trouble; <see cref="Returning"/> and after are its ends.</summary>
public enum RolloutPhase
{
    /// <summary>The new revision is installed on its track; waits until its pods are ready.</summary>
    Installing,

    /// <summary>The new revision answers smoke checks, without traffic.</summary>
    Checking,

    /// <summary>The track grows to what the stage's weight needs; waits until its pods are ready.</summary>
    Scaling,

    /// <summary>The stage's weight is being written; waits until the route shows it.</summary>
    Shifting,

    /// <summary>Evidence is collected under the stage's weight.</summary>
    Judging,

    /// <summary>A person stopped the rollout where it is; it goes on when one says so, and has no deadline.</summary>
    Held,

    /// <summary>The front Service is being switched to the new track.</summary>
    Promoting,

    /// <summary>The new revision serves everything; the old track is kept warm for a while.</summary>
    Standby,

    /// <summary>All traffic is being sent back to the stable revision.</summary>
    Returning,

    /// <summary>The track that lost is scaled to zero, or the old revision installed again in place.</summary>
    Retiring,

    /// <summary>Nothing is left to do.</summary>
    Finished,
}
