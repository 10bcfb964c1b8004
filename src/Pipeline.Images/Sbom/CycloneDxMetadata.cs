namespace Pipeline.Images.Sbom;

/// <summary>What a bill of materials describes.</summary>
/// <param name="Timestamp">The time of the commit, so that the document depends on no clock.</param>
/// <param name="Component">The image.</param>
public sealed record CycloneDxMetadata(DateTimeOffset Timestamp, CycloneDxComponent Component);
