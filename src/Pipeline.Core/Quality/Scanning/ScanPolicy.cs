using System.Collections.Immutable;

namespace Pipeline.Core.Quality.Scanning;

/// <summary>What a scan may find. A severity without a limit is accepted.</summary>
public sealed record ScanPolicy
{
    private static readonly ImmutableArray<string> Severities = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "UNKNOWN"];

    /// <summary>Nothing CRITICAL, and nothing HIGH that has a fix.</summary>
    public static ScanPolicy Default { get; } = new();

    /// <summary>How much of which severity is accepted.</summary>
    public ImmutableArray<SeverityLimit> Limits { get; init; } =
    [new SeverityLimit("CRITICAL", 0), new SeverityLimit("HIGH", 0, FixableOnly: true)];

    /// <summary>How old the database of vulnerabilities may be.</summary>
    public TimeSpan MaximumDatabaseAge { get; init; } = TimeSpan.FromDays(2);

    /// <summary>Everything that keeps this policy from meaning something; empty for a good one.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var limit in Limits.Where(limit => !Severities.Contains(limit.Severity)))
            yield return $"severity '{limit.Severity}': expected one of {string.Join(", ", Severities)}";
        foreach (var limit in Limits.Where(limit => limit.Maximum < 0))
            yield return $"the maximum of {limit.Severity} is {limit.Maximum}: expected 0 or more";
        foreach (var group in Limits.GroupBy(limit => limit.Severity).Where(group => group.Count() > 1))
            yield return $"{group.Key} has {group.Count()} limits: expected one";
        if (MaximumDatabaseAge <= TimeSpan.Zero)
            yield return $"the maximum age of the database is {MaximumDatabaseAge}: expected more than 0";
    }

    /// <summary>The findings that exceed their limit: all that count for it, since none of them is better than another.</summary>
    public IEnumerable<ScanFinding> Forbidden(IEnumerable<ScanFinding> findings)
    {
        var all = findings.ToList();
        foreach (var limit in Limits.OrderBy(limit => Severities.IndexOf(limit.Severity)))
        {
            var counted = all.Where(finding => Counts(limit, finding)).ToList();
            if (counted.Count <= limit.Maximum)
                continue;
            foreach (var finding in counted)
                yield return finding;
        }
    }

    private static bool Counts(SeverityLimit limit, ScanFinding finding) =>
        finding.Severity == limit.Severity && (finding.IsFixable || !limit.FixableOnly);
}
