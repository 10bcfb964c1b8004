namespace Pipeline.Core.Quality;

/// <summary>How much of a file the tests ran through.</summary>
/// <param name="File">Path relative to the repository root, with forward slashes.</param>
/// <param name="Covered">Lines that were run at least once.</param>
/// <param name="Lines">Lines that can be run; at least 1.</param>
public sealed record FileCoverage(string File, int Covered, int Lines)
{
    /// <summary>Covered share of the lines, rounded down to a hundredth of a percent.</summary>
    public Percent Rate => CoverageReport.RateOf(Covered, Lines);
}
