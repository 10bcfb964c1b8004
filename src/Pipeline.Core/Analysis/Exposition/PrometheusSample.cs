namespace Pipeline.Core.Analysis.Exposition;

/// <summary>One sample line of an exposition.</summary>
/// <param name="Series">The series that it belongs to.</param>
/// <param name="Value">May be NaN or infinite.</param>
public sealed record PrometheusSample(SeriesId Series, double Value);
