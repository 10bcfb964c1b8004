namespace Pipeline.Core.Quality;

/// <summary>Something that a scanner found.</summary>
/// <param name="Id">For example <c>CVE-2026-33634</c>.</param>
/// <param name="Severity">As the scanner says it, for example <c>CRITICAL</c>.</param>
/// <param name="Package">The package with its installed version; for what is no package, the file or resource.</param>
/// <param name="FixedIn">The version that fixes it; null when there is none.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Origin">Where in what was scanned it comes from, for example <c>app/App.deps.json</c>; null when it is not known.</param>
public sealed record ScanFinding(
    string Id,
    string Severity,
    string Package,
    string? FixedIn,
    FindingKind Kind = FindingKind.Vulnerability,
    string? Origin = null
)
{
    /// <summary>Whether whoever builds the image can do something about it now.</summary>
    public bool IsFixable => Kind != FindingKind.Vulnerability || FixedIn is not null;

    /// <summary>All of it in a line: severity, identifier, package with installed version, fixed version, where it comes from.</summary>
    public override string ToString() =>
        $"{Severity} {Id} in {Package}"
        + (
            FixedIn is { } version ? $", fixed in {version}"
            : Kind == FindingKind.Vulnerability ? ", no fix yet"
            : ""
        )
        + (Origin is { } origin && origin != Package ? $" (from {origin})" : "");
}
