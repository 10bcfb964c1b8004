using System.Collections.Immutable;

namespace Pipeline.Images.Docker.Contexts;

/// <summary>Which files of a context are not sent to the engine.</summary>
internal sealed class DockerIgnore(ImmutableArray<IgnorePattern> patterns)
{
    public const string FileName = ".dockerignore";

    /// <summary>The rules of a folder's <c>.dockerignore</c>; without one, everything is sent.</summary>
    public static DockerIgnore Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        return Parse(File.Exists(path) ? File.ReadAllLines(path) : []);
    }

    /// <summary>The rules in the lines of a file.</summary>
    public static DockerIgnore Parse(IEnumerable<string> lines) =>
        new([.. lines.Select(IgnorePattern.Parse).OfType<IgnorePattern>()]);

    /// <summary>Whether a folder need not be entered: nothing in it can be taken in after all.</summary>
    public bool Prunes(string path) => IsIgnored(path) && !patterns.Any(pattern => pattern.IsException);

    /// <summary>Whether a path, relative and with forward slashes, is left out; the last pattern that matches it or a folder above decides.</summary>
    public bool IsIgnored(string path) =>
        patterns.LastOrDefault(pattern => SelfAndAbove(path).Any(pattern.Path.IsMatch)) is { IsException: false };

    private static IEnumerable<string> SelfAndAbove(string path)
    {
        yield return path;
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
            yield return path[..end];
    }
}
