using NuGet.Versioning;

namespace Pipeline.Core.Versioning;

/// <summary>
/// Versions from tags and Conventional Commits: a breaking change raises the major version, <c>feat</c> the minor one, <c>fix</c>,
/// <c>perf</c> and <c>revert</c> the patch. Below 1.0.0 a breaking change raises the minor version, and 1.0.0 itself is only reached by a
/// tag. A commit that is no release is a pre-release of the next one: <c>1.3.0-ci.7</c> is seven commits after the last tag.
/// </summary>
public static class VersionCalculator
{
    private static readonly SemanticVersion First = new(0, 1, 0);

    /// <summary>The version of a commit.</summary>
    /// <param name="latestTag">The version of the nearest tag among its ancestors; null when there is none.</param>
    /// <param name="messagesSince">Messages of all commits since that tag, this one included; their number is the height.</param>
    /// <param name="commit">Short hash of the commit.</param>
    /// <param name="dirtyHash">Hash of what differs from the commit in the working tree; null when nothing does.</param>
    public static CalculatedVersion Next(
        SemanticVersion? latestTag,
        IReadOnlyCollection<string> messagesSince,
        string commit,
        string? dirtyHash
    )
    {
        var bump = messagesSince.Select(BumpOf).DefaultIfEmpty(VersionBump.None).Max();
        if (latestTag is not null && messagesSince.Count == 0 && dirtyHash is null)
            return new CalculatedVersion(WithMetadata(latestTag, latestTag.ReleaseLabels, commit), latestTag, bump);

        var release = NextRelease(latestTag, bump);
        var dirty = dirtyHash is null ? "" : $"-dirty.{Identifier(dirtyHash)}";
        // After 1.0.0-rc.1 comes 1.0.0-rc.1.ci.7, which sorts between that and rc.2.
        var labels = (latestTag?.ReleaseLabels ?? []).Append($"ci.{messagesSince.Count}{dirty}");
        return new CalculatedVersion(WithMetadata(release, labels, commit), release, bump);
    }

    private static VersionBump BumpOf(string message) =>
        ConventionalCommit.Parse(message) switch
        {
            { BreakingChange: not null } => VersionBump.Major,
            { Type: "feat" } => VersionBump.Minor,
            { Type: "fix" or "perf" or "revert" } => VersionBump.Patch,
            _ => VersionBump.None,
        };

    private static SemanticVersion NextRelease(SemanticVersion? tag, VersionBump bump) =>
        (tag, bump) switch
        {
            (null, _) => First,
            ({ IsPrerelease: true }, _) => new SemanticVersion(tag.Major, tag.Minor, tag.Patch),
            ({ Major: 0 }, VersionBump.Major or VersionBump.Minor) => new SemanticVersion(0, tag.Minor + 1, 0),
            (_, VersionBump.Major) => new SemanticVersion(tag.Major + 1, 0, 0),
            (_, VersionBump.Minor) => new SemanticVersion(tag.Major, tag.Minor + 1, 0),
            _ => new SemanticVersion(tag.Major, tag.Minor, tag.Patch + 1),
        };

    private static SemanticVersion WithMetadata(SemanticVersion version, IEnumerable<string> labels, string commit) =>
        new(version.Major, version.Minor, version.Patch, labels.SelectMany(label => label.Split('.')), commit);

    // Digits alone would be a number, which must not begin with a zero.
    private static string Identifier(string hash) => hash.All(char.IsAsciiDigit) ? $"x{hash}" : hash;
}
