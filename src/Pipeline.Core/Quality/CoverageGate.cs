namespace Pipeline.Core.Quality;

/// <summary>Refuses sources that the tests do not run through.</summary>
public static class CoverageGate
{
    /// <summary>Refuses when line coverage of the whole is under the limit; the reasons are the files under it, worst first.</summary>
    public static GateResult Check(CoverageReport report, Percent limit)
    {
        if (report.Lines == 0)
            return Refuse("no line under src was measured", ["the coverage reports name no file under src"]);

        var summary = $"line coverage {report.Rate} ({report.Covered} of {report.Lines} lines), the limit is {limit}";
        return report.Covered >= report.Lines * (limit.Value / 100)
            ? new GateResult.Passed { Gate = "coverage", Summary = summary }
            : Refuse(
                summary,
                report
                    .Files.Where(file => file.Rate < limit)
                    .OrderBy(file => file.Rate)
                    .ThenByDescending(file => file.Lines)
                    .ThenBy(file => file.File, StringComparer.Ordinal)
                    .Select(file => $"{file.File}: {file.Rate} ({file.Covered} of {file.Lines} lines)")
            );
    }

    private static GateResult.Refused Refuse(string summary, IEnumerable<string> reasons) =>
        new()
        {
            Gate = "coverage",
            Summary = summary,
            Reasons = [.. reasons],
        };
}
