namespace Pipeline.Core.Quality.Scanning;

/// <summary>A finding that someone decided to accept for a time.</summary>
/// <param name="Id">For example <c>CVE-2026-0001</c>.</param>
/// <param name="Reason">Why it does no harm here.</param>
/// <param name="Expires">The first day on which it counts again.</param>
/// <param name="Package">The package that it is accepted in, without version; null for all.</param>
public sealed record IgnoredFinding(string? Id, string? Reason, DateOnly? Expires, string? Package = null)
{
    /// <summary>Whether it is about this finding.</summary>
    public bool Covers(ScanFinding finding) =>
        finding.Id == Id && (Package is null || finding.Package.Split(' ')[0] == Package);
}
