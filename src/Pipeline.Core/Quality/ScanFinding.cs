namespace Pipeline.Core.Quality;

/// <summary>Something that a scanner found in an image.</summary>
/// <param name="Id">For example <c>CVE-2026-33634</c>.</param>
/// <param name="Severity">As the scanner says it, for example <c>CRITICAL</c>.</param>
/// <param name="Package">The package with its installed version.</param>
/// <param name="FixedIn">The version that fixes it; null when there is none.</param>
public sealed record ScanFinding(string Id, string Severity, string Package, string? FixedIn);
