using System.Collections.Immutable;
using NuGet.Versioning;
using Pipeline.Components.Package;
using Pipeline.Core.Versioning;
using Pipeline.Core.Versioning.Changelogs;

namespace Pipeline.Components.Releases;

/// <summary>The commits that a release has.</summary>
/// <param name="Version">The version without <c>v</c>: that of the commit's own tag, or the next one.</param>
/// <param name="PreviousTag">The tag of the release before; null for the first one.</param>
/// <param name="Commit">Hash of the commit that is released.</param>
/// <param name="CommittedAt">When it was committed.</param>
/// <param name="Commits">Hash and message of each commit since the release before, newest first.</param>
internal sealed record ReleaseHistory(
    string Version,
    string? PreviousTag,
    string Commit,
    DateTimeOffset CommittedAt,
    ImmutableArray<(string Hash, string Message)> Commits
)
{
    /// <summary>What users learn about the release.</summary>
    public ReleaseNotes Notes =>
        ReleaseNotes.Of(Version, PreviousTag, DateOnly.FromDateTime(CommittedAt.UtcDateTime), Commits);

    /// <summary>Whether the version is none that everybody should use.</summary>
    public bool IsPrerelease => SemanticVersion.Parse(Version).IsPrerelease;

    /// <summary>Reads the history of a working copy.</summary>
    /// <exception cref="Nuke.Common.Tooling.ProcessException">It is no working copy, or has no commit.</exception>
    public static ReleaseHistory Read(string directory)
    {
        var head = GitHistory.Read(directory);
        if (head is { Tag: { } tag, Messages.IsEmpty: true })
            return Of(tag[1..], head, directory);

        var next = VersionCalculator.Next(
            head.Tag is null ? null : SemanticVersion.Parse(head.Tag[1..]),
            head.Messages,
            head.Commit[..12],
            dirtyHash: null
        );
        return Of(next.Release.ToNormalizedString(), head, directory);
    }

    // The notes of 1.2.0 tell also what came with 1.2.0-rc.1.
    private static ReleaseHistory Of(string version, GitHistory head, string directory)
    {
        var previous = GitHistory.TagBefore(directory, stable: !SemanticVersion.Parse(version).IsPrerelease);
        return new ReleaseHistory(
            version,
            previous,
            head.Commit,
            head.CommittedAt,
            GitHistory.Commits(directory, previous)
        );
    }
}
