using System.Collections.Immutable;

namespace Pipeline.Core.Workflows.Jobs;

/// <summary>Files that one job leaves for others, stored by the provider under a name.</summary>
/// <param name="Name">The name, unique in the workflow: that of the job.</param>
/// <param name="Patterns">The files, relative to the root, with forward slashes.</param>
/// <param name="IsAwaited">Whether a later job needs them; otherwise they are for people.</param>
public sealed record HandOver(string Name, ImmutableArray<string> Patterns, bool IsAwaited)
{
    private const char Slash = '/';

    /// <summary>The deepest folder that holds all of the files; providers store paths relative to it.</summary>
    public string Folder
    {
        get
        {
            var folders = Patterns.Select(pattern => FixedFolders(pattern)).ToList();
            var shared = folders[0]
                .TakeWhile((name, depth) => folders.All(other => other.ElementAtOrDefault(depth) == name));
            return string.Join(Slash, shared);
        }
    }

    // A last segment without a wildcard is the name of a file.
    private static string[] FixedFolders(string pattern) =>
        [.. pattern.Split(Slash).SkipLast(1).TakeWhile(segment => !segment.Contains('*', StringComparison.Ordinal))];
}
