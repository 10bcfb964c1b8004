namespace Pipeline.Core.Rollouts;

/// <summary>How a rollout ended.</summary>
public enum RolloutOutcome
{
    /// <summary>The new revision serves the environment.</summary>
    Promoted,

    /// <summary>A verdict or a smoke check went against the new revision.</summary>
    RolledBack,

    /// <summary>The evidence did not suffice before the stage's maximum duration.</summary>
    NotProved,

    /// <summary>The pods of the new revision were not ready before the deadline.</summary>
    NeverReady,

    /// <summary>A person or a signal stopped the rollout.</summary>
    Aborted,

    /// <summary>Someone else changed the route; their change was left as it is.</summary>
    Displaced,
}
