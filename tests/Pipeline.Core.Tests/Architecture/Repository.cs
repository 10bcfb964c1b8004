using System.Text.RegularExpressions;

namespace Pipeline.Core.Tests.Architecture;

/// <summary>The sources that the tests of the architecture read.</summary>
internal static partial class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Paths relative to the root, with forward slashes, without what was built.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !Built().IsMatch(file))
            .Order(StringComparer.Ordinal);

    /// <summary>Sources of the product that are not a polyfill.</summary>
    public static IEnumerable<string> OwnSources() =>
        Files("src", "*.cs")
            .Concat(Files("build", "*.cs"))
            .Where(file => !file.StartsWith("src/Polyfills/", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Pipeline.sln"))
            ? folder
            : FindRoot(
                Path.GetDirectoryName(folder)
                    ?? throw new InvalidOperationException("no folder above the tests holds Pipeline.sln")
            );

    [GeneratedRegex("(^|/)(bin|obj)(-real)?/")]
    private static partial Regex Built();
}
