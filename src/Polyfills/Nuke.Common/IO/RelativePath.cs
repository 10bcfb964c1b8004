namespace Nuke.Common.IO;

/// <summary>A path without a root.</summary>
public class RelativePath
{
    private readonly string path;
    private readonly char? separator;

    protected RelativePath(string path, char? separator = null)
    {
        this.path = path;
        this.separator = separator;
    }

    public static explicit operator RelativePath(string path) =>
        path is null ? null : new RelativePath(PathConstruction.NormalizePath(path));

    public static implicit operator string(RelativePath path) => path?.path;

    public static RelativePath operator /(RelativePath left, string right) =>
        new(
            PathConstruction.NormalizePath(
                PathConstruction.Combine(left.NotNull().path, right, left.separator),
                left.separator
            ),
            left.separator
        );

    public override string ToString() => path;
}
