namespace Pipeline.Core.Quality;

/// <summary>A test that failed.</summary>
/// <param name="Name">Full name with its arguments.</param>
/// <param name="Message">What it said; empty when it said nothing.</param>
public sealed record FailedTest(string Name, string Message);
