namespace Pipeline.Images.Sbom;

/// <summary>A licence: an SPDX expression, or the name of the file that has its text.</summary>
/// <param name="Expression">An SPDX expression, such as <c>MIT OR Apache-2.0</c>.</param>
/// <param name="License">A licence that is no SPDX expression.</param>
public sealed record CycloneDxLicense(string? Expression = null, CycloneDxNamedLicense? License = null);
