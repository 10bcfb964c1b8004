using Pipeline.Components.Secrets;

namespace Pipeline.Components.Generate;

/// <summary>Files that are generated and committed.</summary>
public static class GeneratedFiles
{
    /// <summary>Writes the files and removes others of their kind, so that the folder holds exactly these.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="files">Content by path below the folder.</param>
    /// <exception cref="InvalidOperationException">A file would hold a secret; none is written.</exception>
    public static void Write(string root, IReadOnlyDictionary<string, string> files)
    {
        if (
            files.Where(file => KnownSecrets.Redaction.Finds(file.Value)).Select(file => file.Key).ToList()
            is [_, ..] leaks
        )
            throw new InvalidOperationException(
                $"{string.Join(", ", leaks)}: expected no secret in what is committed, found the value of a [Secret] parameter; refer to it by name"
            );

        foreach (var stale in Present(root).Except(files.Keys))
            File.Delete(Path.Combine(root, stale));
        foreach (var (path, content) in files)
        {
            var file = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }
    }

    /// <summary>How the folder differs from what would be generated: a line per difference; empty when it does not.</summary>
    public static IEnumerable<string> Drift(string root, IReadOnlyDictionary<string, string> files)
    {
        foreach (var stale in Present(root).Except(files.Keys).Order(StringComparer.Ordinal))
            yield return $"{stale}: is there, but nothing generates it";
        foreach (var (path, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var file = Path.Combine(root, path);
            if (!File.Exists(file))
                yield return $"{path}: is missing";
            else if (FirstDifference(File.ReadAllText(file), content) is { } difference)
                yield return $"{path}{difference}";
        }
    }

    private static string? FirstDifference(string committed, string generated)
    {
        if (committed == generated)
            return null;

        var (there, wanted) = (committed.Split('\n'), generated.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(there.Length, wanted.Length)).First(i => At(there, i) != At(wanted, i));
        return $":{line + 1}: is '{At(there, line)}', generated '{At(wanted, line)}'";
    }

    private static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "(end of file)";

    private static IEnumerable<string> Present(string root) =>
        Directory.Exists(root)
            ? Directory
                .EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            : [];
}
