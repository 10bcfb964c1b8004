namespace Pipeline.Core.Analysis.Intervals;

/// <summary>What the comparison of two series says about a metric.</summary>
public enum IntervalLabel
{
    /// <summary>No difference that counts.</summary>
    Pass,

    /// <summary>The new version is higher.</summary>
    High,

    /// <summary>The new version is lower.</summary>
    Low,

    /// <summary>A side has no point.</summary>
    NoData,

    /// <summary>A side has no point, which the metric's definition counts as a failure.</summary>
    NoDataFailure,

    /// <summary>The points cannot be compared.</summary>
    Error,

    /// <summary>Too few points to say anything.</summary>
    Held,
}
