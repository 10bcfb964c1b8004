using Pipeline.Core.Environments;

namespace Pipeline.Core.Rollouts;

/// <summary>What an environment looked like when the plan was made.</summary>
/// <param name="Active">The track that the front Service points at; null in an empty environment.</param>
/// <param name="Serving">The revision on that track.</param>
/// <param name="Epoch">The route's epoch, 0 when there is no route.</param>
/// <param name="Last">The last rollout, or null when there was none.</param>
public sealed record EnvironmentSnapshot(Track? Active, Revision? Serving, long Epoch, RolloutState? Last)
{
    /// <summary>Whether no pod of the active track is ready: then there is nothing to compare with, and nothing to lose.</summary>
    public bool IsDown { get; init; }

    /// <summary>An environment that nothing was ever deployed to.</summary>
    public static EnvironmentSnapshot Empty { get; } = new(null, null, 0, null);
}
