namespace Nuke.Common.IO;

/// <summary>Path arithmetic on strings, without looking at the file system.</summary>
public static class PathConstruction
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The path from <paramref name="basePath"/> to <paramref name="destinationPath"/>, in the separators of this system.</summary>
    public static RelativePath GetRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (RelativePath)GetRelativePath(basePath, destinationPath);

    /// <summary>The path from <paramref name="basePath"/> to <paramref name="destinationPath"/>, separated by <c>/</c>.</summary>
    public static UnixRelativePath GetUnixRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (UnixRelativePath)GetRelativePath(basePath, destinationPath);

    /// <summary>Whether <paramref name="destinationPath"/> is <paramref name="basePath"/> or lies below it.</summary>
    public static bool Contains(this AbsolutePath basePath, string destinationPath) =>
        Descends(GetRelativePath(basePath, destinationPath));

    /// <summary>The path from <paramref name="basePath"/> to <paramref name="destinationPath"/>; the destination itself if the roots differ.</summary>
    public static string GetRelativePath(string basePath, string destinationPath)
    {
        var from = NormalizePath(basePath);
        var to = NormalizePath(destinationPath);
        if (!string.Equals(GetPathRoot(from), GetPathRoot(to), AbsolutePath.Comparison))
            return to;

        var fromParts = Parts(from);
        var toParts = Parts(to);
        var common = fromParts
            .Zip(toParts)
            .TakeWhile(pair => string.Equals(pair.First, pair.Second, AbsolutePath.Comparison))
            .Count();
        return string.Join(
            SeparatorOf(to),
            Enumerable.Repeat("..", fromParts.Length - common).Concat(toParts.Skip(common))
        );
    }

    /// <summary>Whether the path starts at a root: <c>/</c>, a Windows drive or a network share.</summary>
    public static bool HasPathRoot(string path) => GetPathRoot(path) != null;

    /// <summary>The root that the path starts at, or null if it is relative.</summary>
    public static string GetPathRoot(string path) =>
        path switch
        {
            null => null,
            ['/', ..] => "/",
            ['\\', '\\', ..] => @"\\",
            [var drive, ':', ..] when char.IsAsciiLetter(drive) => $@"{drive}:\",
            _ => null,
        };

    /// <summary>Joins two paths; the second one must be relative.</summary>
    public static string Combine(string left, string right, char? separator = null)
    {
        Assert.False(HasPathRoot(right), $"Second path must not be rooted: '{right}' after '{left}'", nameof(right));
        if (string.IsNullOrEmpty(left))
            return right;
        if (string.IsNullOrEmpty(right))
            return left;

        return left.EndsWith('/') || left.EndsWith('\\')
            ? left + right
            : left + (separator ?? SeparatorOf(left)) + right;
    }

    /// <summary>Resolves <c>.</c>, <c>..</c> and repeated separators; <c>..</c> beyond a root is an error.</summary>
    public static string NormalizePath(string path, char? separator = null)
    {
        var root = GetPathRoot(path);
        var parts = new List<string>();
        foreach (var part in Parts(path ?? ""))
        {
            if (part == ".")
                continue;

            if (part != "..")
                parts.Add(part);
            else if (parts is [.., not ".."])
                parts.RemoveAt(parts.Count - 1);
            else if (root == null)
                parts.Add(part);
            else
                Assert.Fail($"Cannot go beyond the root of '{path}'");
        }

        return root + string.Join(separator ?? SeparatorOf(path), parts);
    }

    private static bool Descends(string relativePath) =>
        !HasPathRoot(relativePath) && Parts(relativePath) is not ["..", ..];

    private static string[] Parts(string path)
    {
        var rootLength = path switch
        {
            ['/', ..] => 1,
            _ when HasPathRoot(path) => 2,
            _ => 0,
        };
        return path[rootLength..].Split(Separators, StringSplitOptions.RemoveEmptyEntries);
    }

    private static char SeparatorOf(string path) =>
        path switch
        {
            null or "" => Path.DirectorySeparatorChar,
            ['/', ..] => '/',
            _ when HasPathRoot(path) => '\\',
            _ => Path.DirectorySeparatorChar,
        };
}
