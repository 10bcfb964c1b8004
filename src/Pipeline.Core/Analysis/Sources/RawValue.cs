namespace Pipeline.Core.Analysis.Sources;

/// <summary>A number as a source wrote it.</summary>
/// <param name="Series">The labels that came with it; <c>{}</c> for none.</param>
/// <param name="At">When it was measured.</param>
/// <param name="Value">For example <c>12.5</c> or <c>NaN</c>.</param>
public sealed record RawValue(string Series, DateTimeOffset At, string Value);
