namespace Pipeline.Images.Sbom;

/// <summary>What one component needs.</summary>
/// <param name="Ref">The component.</param>
/// <param name="DependsOn">What it needs, sorted.</param>
public sealed record CycloneDxDependency(string Ref, IReadOnlyList<string> DependsOn);
