namespace Pipeline.Images.Sbom;

/// <summary>A licence by name.</summary>
/// <param name="Name">The name of the licence, or of the file in the package that has its text.</param>
/// <param name="Url">Where its text can be read.</param>
public sealed record CycloneDxNamedLicense(string Name, string? Url = null);
