using System.Collections.Immutable;

namespace Pipeline.Core.Versioning.Releases;

/// <summary>A release as it is on the host of the repository.</summary>
/// <param name="TaggedCommit">Hash of the commit that the tag names; null when there is no tag.</param>
/// <param name="Notes">The notes; null when there is no release.</param>
/// <param name="Files">Its files; one whose upload broke off has size -1.</param>
public sealed record PublishedRelease(string? TaggedCommit, string? Notes, ImmutableArray<ReleaseFile> Files)
{
    /// <summary>Neither tag nor release.</summary>
    public static PublishedRelease None { get; } = new(null, null, []);
}
