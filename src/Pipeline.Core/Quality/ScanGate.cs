using System.Collections.Immutable;
using Pipeline.Core.Quality.Scanning;

namespace Pipeline.Core.Quality;

/// <summary>Refuses an image in which the scan found something. Whether an image that was not scanned is accepted is for the promotion to say.</summary>
public static class ScanGate
{
    private const string Gate = "scan";

    /// <summary>The result of the gate; the worst findings come first.</summary>
    public static GateResult Check(ScanResult scan) =>
        scan is ScanResult.Findings { Found: { IsEmpty: false } found }
            ? Refuse(scan.Summary, found.Select(finding => finding.ToString()))
            : new GateResult.Passed { Gate = Gate, Summary = scan.Summary };

    /// <summary>What the reports of a scanner come to under a policy.</summary>
    /// <param name="scanner">Name and version of the scanner.</param>
    /// <param name="reports">What it reported about the image and about what the image is made of.</param>
    /// <param name="policy">What is accepted.</param>
    /// <param name="ignored">What is accepted for a time.</param>
    public static ScanResult Judge(
        string scanner,
        IEnumerable<TrivyReport> reports,
        ScanPolicy policy,
        IgnoreList ignored
    )
    {
        var findings = reports.SelectMany(report => report.Findings).Where(finding => !ignored.Covers(finding));
        var forbidden = policy.Forbidden(findings).ToImmutableArray();
        return forbidden.IsEmpty ? new ScanResult.Clean(scanner) : new ScanResult.Findings(scanner, forbidden);
    }

    /// <summary>The refusal of a policy or an ignore list that may not stand; null when both may.</summary>
    public static GateResult? CheckRules(ScanPolicy policy, IgnoreList ignored, DateOnly today)
    {
        var problems = policy.Problems().Concat(ignored.Problems(today)).ToList();
        return problems.Count == 0 ? null : Refuse($"{problems.Count} rules of the scan may not stand", problems);
    }

    private static GateResult.Refused Refuse(string summary, IEnumerable<string> reasons) =>
        new()
        {
            Gate = Gate,
            Summary = summary,
            Reasons = [.. reasons],
        };
}
