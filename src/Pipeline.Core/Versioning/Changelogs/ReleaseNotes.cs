using System.Collections.Immutable;

namespace Pipeline.Core.Versioning.Changelogs;

/// <summary>What users learn about a version.</summary>
public sealed record ReleaseNotes
{
    /// <summary>The version without <c>v</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The tag of the version before; null for the first one.</summary>
    public required string? PreviousTag { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>The changes, those that belong to one section next to each other, in the order of the sections.</summary>
    public required ImmutableArray<Change> Changes { get; init; }

    /// <summary>The notes for the commits since the version before.</summary>
    /// <param name="version">The version without <c>v</c>.</param>
    /// <param name="previousTag">The tag of the version before; null for the first one.</param>
    /// <param name="date">The day of the release.</param>
    /// <param name="commits">Hash and message of each commit, newest first.</param>
    public static ReleaseNotes Of(
        string version,
        string? previousTag,
        DateOnly date,
        IEnumerable<(string Hash, string Message)> commits
    ) =>
        new()
        {
            Version = version,
            PreviousTag = previousTag,
            Date = date,
            Changes =
            [
                .. commits
                    .Select(commit => Change.Of(commit.Hash, commit.Message))
                    .OfType<Change>()
                    .OrderBy(change => change.Kind)
                    .ThenBy(change => change.Scope, StringComparer.Ordinal),
            ],
        };
}
