namespace Pipeline.Core.Analysis.Exposition;

/// <summary>One sample line of an exposition.</summary>
/// <param name="Series">The series that it belongs to.</param>
/// <param name="Value">May be NaN or infinite.</param>
public sealed record PrometheusSample(SeriesId Series, double Value)
{
    /// <summary>When it was measured; null when the line does not say, which means now.</summary>
    public DateTimeOffset? At { get; init; }
}
