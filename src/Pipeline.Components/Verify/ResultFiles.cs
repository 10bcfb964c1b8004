namespace Pipeline.Components.Verify;

/// <summary>The files that the test runner left.</summary>
internal static class ResultFiles
{
    /// <summary>All files of a name below a folder, in a fixed order.</summary>
    /// <exception cref="MissingResultException">The tests did not run.</exception>
    public static IEnumerable<string> Find(string folder, string name) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : throw new MissingResultException($"{folder} is missing: run ./build.sh Test first");
}
