namespace Pipeline.Core.Rollouts;

/// <summary>What a person can ask of a rollout.</summary>
public enum RequestKind
{
    /// <summary>Stay at the current weight until told otherwise.</summary>
    Hold,

    /// <summary>Go on with what was held.</summary>
    Resume,

    /// <summary>Do not judge the current stage any further.</summary>
    Promote,

    /// <summary>Do not judge any stage any further.</summary>
    PromoteFully,

    /// <summary>Send all traffic back to the stable revision.</summary>
    Abort,

    /// <summary>Try a version again that did not make it.</summary>
    Retry,

    /// <summary>Return to a revision that served before.</summary>
    Undo,
}
