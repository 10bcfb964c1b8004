using Pipeline.Core.Quality;

namespace Pipeline.Core.Evidence;

/// <summary>Which scan results a policy lets through.</summary>
internal static class ScanRule
{
    public static IEnumerable<string> ProblemsOf(ScanResult result, EvidencePolicy policy) =>
        result switch
        {
            ScanResult.Clean => [],
            ScanResult.NotRun when policy.AcceptsScanNotRun => [],
            _ => [$"vulnerability scan: {result.Summary}"],
        };
}
