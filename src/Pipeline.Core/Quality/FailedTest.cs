namespace Pipeline.Core.Quality;

/// <summary>A test that failed.</summary>
/// <param name="Name">Full name with its arguments.</param>
/// <param name="Message">What it said; empty when it said nothing.</param>
/// <param name="At">Where it failed; null when it does not say.</param>
public sealed record FailedTest(string Name, string Message, SourceLocation? At = null);
