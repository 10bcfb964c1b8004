namespace Pipeline.Images.Sbom;

/// <summary>A hash.</summary>
/// <param name="Alg">The algorithm, such as <c>SHA-256</c>.</param>
/// <param name="Content">The hash in lower-case hexadecimal.</param>
public sealed record CycloneDxHash(string Alg, string Content);
