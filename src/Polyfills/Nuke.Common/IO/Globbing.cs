namespace Nuke.Common.IO;

/// <summary>Search for files and folders by patterns such as <c>src/**/*.csproj</c>, relative to a folder.</summary>
public static class Globbing
{
    /// <summary>The files below the folder that match any of the patterns, in ordinal order.</summary>
    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns) =>
        Find<FileInfo>(directory, patterns);

    /// <summary>The folders below the folder that match any of the patterns, in ordinal order.</summary>
    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(
        this AbsolutePath directory,
        params string[] patterns
    ) => Find<DirectoryInfo>(directory, patterns);

    private static AbsolutePath[] Find<TInfo>(AbsolutePath directory, string[] patterns)
        where TInfo : FileSystemInfo
    {
        if (!directory.DirectoryExists())
            return [];

        var globs = patterns.Select(GlobPattern.Parse).ToList();
        return Entries(new DirectoryInfo(directory), prefix: "", globs)
            .Where(entry => entry.Info is TInfo && globs.Exists(glob => glob.Matches(entry.Path)))
            .OrderBy(entry => entry.Path, StringComparer.Ordinal)
            .Select(entry => directory / entry.Path)
            .ToArray();
    }

    private static IEnumerable<(FileSystemInfo Info, string Path)> Entries(
        DirectoryInfo directory,
        string prefix,
        List<GlobPattern> globs
    )
    {
        foreach (var info in directory.EnumerateFileSystemInfos())
        {
            var path = prefix + info.Name;
            yield return (info, path);

            // A linked folder may lead back up; its own entries are not searched.
            if (info is not DirectoryInfo { LinkTarget: null } child || !globs.Exists(glob => glob.MayLieBelow(path)))
                continue;

            foreach (var entry in Entries(child, path + "/", globs))
                yield return entry;
        }
    }
}
