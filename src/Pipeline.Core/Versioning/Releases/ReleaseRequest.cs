using System.Collections.Immutable;

namespace Pipeline.Core.Versioning.Releases;

/// <summary>A release as it should be on the host of the repository.</summary>
public sealed record ReleaseRequest
{
    /// <summary>For example <c>v1.2.0</c>.</summary>
    public required string Tag { get; init; }

    /// <summary>Hash of the commit that the tag names.</summary>
    public required string Commit { get; init; }

    /// <summary>The notes, in Markdown.</summary>
    public required string Notes { get; init; }

    public required bool IsPrerelease { get; init; }

    public ImmutableArray<ReleaseFile> Files { get; init; } = [];
}
