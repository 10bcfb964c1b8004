namespace Pipeline.Components.Package;

/// <summary>The image that the package stage built.</summary>
/// <param name="Repository">Repository without host digest or tag, as nodes name it.</param>
/// <param name="Digest">Digest of its manifest.</param>
/// <param name="Version">SemVer version that it was built as.</param>
/// <param name="Base">Digest of its base image, or <c>none</c>.</param>
public sealed record ImageRecord(string Repository, string Digest, string Version, string Base)
{
    /// <summary>Whether it was built from sources that are not committed.</summary>
    public bool IsDirty => Version.Contains("-dirty.", StringComparison.Ordinal);
}
