namespace Pipeline.Core.Analysis.Intervals;

/// <summary>What a point is that has no number.</summary>
public enum MissingValues
{
    /// <summary>No point at all.</summary>
    Removed,

    /// <summary>A zero, as for a counter of errors that is created by the first one.</summary>
    Zero,
}
