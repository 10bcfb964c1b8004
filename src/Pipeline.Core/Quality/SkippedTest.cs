namespace Pipeline.Core.Quality;

/// <summary>A test that did not run.</summary>
/// <param name="Name">Full name with its arguments.</param>
/// <param name="Reason">Why; empty when it does not say.</param>
public sealed record SkippedTest(string Name, string Reason);
