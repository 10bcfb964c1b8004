namespace Pipeline.Core.Analysis.Metrics;

/// <summary>Which way a metric gets worse.</summary>
public enum Direction
{
    /// <summary>More is worse: errors, durations, queue lengths.</summary>
    HigherIsWorse,

    /// <summary>Less is worse: successes, orders per minute.</summary>
    LowerIsWorse,

    /// <summary>Any change is worse.</summary>
    EitherIsWorse,
}
