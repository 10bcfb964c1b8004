using NuGet.Versioning;

namespace Pipeline.Core.Versioning;

/// <summary>The version of a commit.</summary>
/// <param name="Version">The commit's own version; its metadata is the commit's short hash.</param>
/// <param name="Release">The version that a release of this commit would get.</param>
/// <param name="Bump">What the commits since the last release raise.</param>
public sealed record CalculatedVersion(SemanticVersion Version, SemanticVersion Release, VersionBump Bump)
{
    /// <summary>The version without metadata, as tags of images have it.</summary>
    public string Tag => Version.ToNormalizedString();

    /// <summary>Whether this very commit is the tagged release.</summary>
    public bool IsRelease => Tag == Release.ToNormalizedString();
}
