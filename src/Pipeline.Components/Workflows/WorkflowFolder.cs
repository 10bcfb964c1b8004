namespace Pipeline.Components.Workflows;

/// <summary>The generated workflows of a repository.</summary>
internal static class WorkflowFolder
{
    private const string Mark = "Generated from build/Workflows.cs";

    private static readonly (string Folder, string Pattern)[] Places =
    [
        (".github/workflows", "*.yml"),
        (".github/actions", "action.yml"),
        (".azure-pipelines", "*.yml"),
        (".", "azure-pipelines*.yml"),
    ];

    /// <summary>Writes the files; those that are right already are left alone.</summary>
    public static void Write(string root, IReadOnlyDictionary<string, string> files)
    {
        foreach (var (path, content) in files)
        {
            var file = Path.Combine(root, path);
            if (File.Exists(file) && File.ReadAllText(file) == content)
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }
    }

    /// <summary>How the repository differs from what would be generated: the lines of a diff; none when it does not.</summary>
    public static IEnumerable<string> Drift(string root, IReadOnlyDictionary<string, string> files)
    {
        foreach (var stale in Stale(root, files))
            yield return $"{stale}: is there, but nothing generates it any more: delete it";
        foreach (var (path, content) in files)
        {
            var file = Path.Combine(root, path);
            var committed = File.Exists(file) ? File.ReadAllText(file) : "";
            foreach (var line in TextDifference.Of(path, committed, content))
                yield return line;
        }
    }

    /// <summary>Generated files that are there although nothing generates them any more.</summary>
    public static IEnumerable<string> Stale(string root, IReadOnlyDictionary<string, string> files) =>
        Places
            .Select(place => (Folder: Path.Combine(root, place.Folder), place.Pattern))
            .Where(place => Directory.Exists(place.Folder))
            .SelectMany(place => Directory.EnumerateFiles(place.Folder, place.Pattern, DepthOf(place.Folder, root)))
            .Where(file => File.ReadLines(file).Take(4).Any(line => line.Contains(Mark, StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Except(files.Keys)
            .Order(StringComparer.Ordinal);

    // The root itself holds much else.
    private static SearchOption DepthOf(string folder, string root) =>
        Path.GetFullPath(folder) == Path.GetFullPath(root + "/.")
            ? SearchOption.TopDirectoryOnly
            : SearchOption.AllDirectories;
}
