namespace Pipeline.Core.Analysis.Metrics;

/// <summary>What a metric's judgement means for the stage.</summary>
public enum Criticality
{
    /// <summary>The stage passes only if this metric does, and fails if it does.</summary>
    Critical,

    /// <summary>Judged and reported; the stage does not depend on it.</summary>
    Advisory,
}
