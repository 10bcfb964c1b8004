using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Workflows;

/// <summary>A pattern of files as workflows write it: <c>*</c> within a folder, <c>**</c> across folders.</summary>
internal static class FilePattern
{
    /// <summary>The files below a folder that match.</summary>
    public static IEnumerable<string> Find(string root, string pattern)
    {
        var regex = new Regex(
            "^"
                + Regex
                    .Escape(pattern)
                    .Replace(@"\*\*", ".+", StringComparison.Ordinal)
                    .Replace(@"\*", "[^/]+", StringComparison.Ordinal)
                + "$"
        );
        return Directory
            .EnumerateFiles(Path.Combine(root, "artifacts"), "*", SearchOption.AllDirectories)
            .Where(file => regex.IsMatch(Path.GetRelativePath(root, file)));
    }

    /// <summary>The deepest folder that holds what the patterns name, to which GitHub makes paths relative.</summary>
    public static string FolderOf(IEnumerable<string> patterns)
    {
        var folders = patterns
            .Select(pattern =>
                pattern
                    .Split('/')
                    .SkipLast(1)
                    .TakeWhile(segment => !segment.Contains('*', StringComparison.Ordinal))
                    .ToList()
            )
            .ToList();
        return string.Join(
            '/',
            folders[0].TakeWhile((segment, depth) => folders.All(folder => folder.ElementAtOrDefault(depth) == segment))
        );
    }
}
