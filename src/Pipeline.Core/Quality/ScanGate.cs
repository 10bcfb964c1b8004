namespace Pipeline.Core.Quality;

/// <summary>Refuses an image in which the scan found something. Whether an image that was not scanned is accepted is for the promotion to say.</summary>
public static class ScanGate
{
    /// <summary>The result of the gate; the worst findings come first.</summary>
    public static GateResult Check(ScanResult scan) =>
        scan is ScanResult.Findings { Found: { IsEmpty: false } found }
            ? new GateResult.Refused
            {
                Gate = "scan",
                Summary = scan.Summary,
                Reasons = [.. found.Select(Describe)],
            }
            : new GateResult.Passed { Gate = "scan", Summary = scan.Summary };

    private static string Describe(ScanFinding finding) =>
        $"{finding.Severity} {finding.Id} in {finding.Package}"
        + (finding.FixedIn is { } version ? $", fixed in {version}" : "");
}
