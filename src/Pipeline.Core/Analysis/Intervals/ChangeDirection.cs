namespace Pipeline.Core.Analysis.Intervals;

/// <summary>Which change of a metric is bad.</summary>
public enum ChangeDirection
{
    /// <summary>Any change.</summary>
    Either,

    /// <summary>A rise, as of a latency.</summary>
    Increase,

    /// <summary>A fall, as of a conversion rate.</summary>
    Decrease,
}
