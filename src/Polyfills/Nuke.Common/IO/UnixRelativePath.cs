namespace Nuke.Common.IO;

/// <summary>A path without a root, separated by <c>/</c>.</summary>
public class UnixRelativePath : RelativePath
{
    private const char Separator = '/';

    protected UnixRelativePath(string path, char? separator)
        : base(path, separator) { }

    public static explicit operator UnixRelativePath(string path) =>
        path is null ? null : new UnixRelativePath(PathConstruction.NormalizePath(path, Separator), Separator);
}
