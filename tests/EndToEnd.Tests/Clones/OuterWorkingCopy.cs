namespace EndToEnd.Tests.Clones;

/// <summary>The working copy that these tests were compiled in.</summary>
internal static class OuterWorkingCopy
{
    private const string Results = "artifacts/test-results";

    /// <summary>Its folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Copies what target <c>Test</c> left there into a clone, where the gates look for it.</summary>
    /// <exception cref="InvalidOperationException">There is nothing to copy.</exception>
    public static void CopyTestResults(string clone)
    {
        var results = Path.Combine(Root, Results);
        var files = Directory.Exists(results) ? Directory.GetFiles(results, "*", SearchOption.AllDirectories) : [];
        if (files.Length == 0)
            throw new InvalidOperationException($"{Results} is missing or empty: run ./build.sh Test first");

        foreach (var file in files)
        {
            var copy = Path.Combine(clone, Path.GetRelativePath(Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            // Coverage reports name sources by their full path.
            File.WriteAllText(copy, File.ReadAllText(file).Replace(Root, clone, StringComparison.Ordinal));
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "build.sh")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"no build.sh in {AppContext.BaseDirectory} or above it");
    }
}
