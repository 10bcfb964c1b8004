namespace Pipeline.Core.Rollouts;

/// <summary>Which path a rollout takes through the machine.</summary>
public enum RolloutKind
{
    /// <summary>The first version of an environment: there is nothing to compare with and nothing to return to.</summary>
    Bootstrap,

    /// <summary>The active Deployment is updated in place.</summary>
    Rolling,

    /// <summary>The idle track takes over by traffic weight.</summary>
    TwoTrack,
}
