namespace Pipeline.Core.Analysis.Counters;

/// <summary>Why a look at a metric gave no usable number.</summary>
public enum NoDataCause
{
    /// <summary>The source answered, but there was nothing to count.</summary>
    Empty,

    /// <summary>The source answered with NaN.</summary>
    NotANumber,

    /// <summary>The source answered with an infinite or negative number.</summary>
    OutOfRange,

    /// <summary>The source refused, failed or did not answer in time.</summary>
    Unreachable,

    /// <summary>The source's answer could not be read.</summary>
    Malformed,

    /// <summary>The newest sample is too old to say anything about now.</summary>
    Stale,

    /// <summary>One series was expected, several came.</summary>
    SeveralSeries,

    /// <summary>The histogram has no bucket with the edge that the limit needs.</summary>
    MissingBucket,
}
