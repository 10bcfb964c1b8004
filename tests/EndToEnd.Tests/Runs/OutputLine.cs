namespace EndToEnd.Tests.Runs;

/// <summary>A line that a run printed.</summary>
/// <param name="Text">The line, without colours.</param>
/// <param name="At">When it arrived, since the start of the run.</param>
public sealed record OutputLine(string Text, TimeSpan At);
