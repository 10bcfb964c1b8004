using System.ComponentModel;
using System.Globalization;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

/// <summary>A rooted, normalised path of a file or folder; <c>path / "name"</c> descends, <c>path / ..</c> ascends.</summary>
[TypeConverter(typeof(TypeConverter))]
public class AbsolutePath : IAbsolutePathHolder, IFormattable
{
    private readonly string path;

    private AbsolutePath(string path) => this.path = PathConstruction.NormalizePath(path);

    internal static StringComparison Comparison =>
        EnvironmentInfo.IsLinux ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The last part of the path.</summary>
    public string Name => Path.GetFileName(path);

    /// <summary>The last part of the path up to its last dot.</summary>
    public string NameWithoutExtension => Path.GetFileNameWithoutExtension(path);

    /// <summary>The last part of the path from its last dot on, the dot included; empty without a dot.</summary>
    public string Extension => Path.GetExtension(path);

    /// <summary>The folder that holds this file or folder, or null for a root.</summary>
    public AbsolutePath Parent => path == PathConstruction.GetPathRoot(path) ? null : this / "..";

    AbsolutePath IAbsolutePathHolder.Path => this;

    /// <summary>Makes a path of a rooted string.</summary>
    public static AbsolutePath Create(string path)
    {
        Assert.True(
            PathConstruction.HasPathRoot(path),
            $"Path must be rooted, but '{path}' is relative; write for instance RootDirectory / \"{path}\"",
            nameof(path)
        );
        return new AbsolutePath(path);
    }

    public static implicit operator AbsolutePath(string path) => path is null ? null : Create(path);

    public static implicit operator string(AbsolutePath path) => path?.path;

    /// <summary>The parent; the range must be <c>..</c>.</summary>
    public static AbsolutePath operator /(AbsolutePath left, Range range)
    {
        Assert.True(range.Equals(Range.All), $"Only '..' goes up a folder, but found '{range}'", nameof(range));
        return left.NotNull().Parent;
    }

    /// <summary>The path below <paramref name="left"/>.</summary>
    public static AbsolutePath operator /(AbsolutePath left, string right) =>
        new(PathConstruction.Combine(left.NotNull().path, right));

    /// <summary>The path with <paramref name="right"/> appended to its last part.</summary>
    public static AbsolutePath operator +(AbsolutePath left, string right) => new(left.NotNull().path + right);

    public static bool operator ==(AbsolutePath a, AbsolutePath b) => Equals(a, b);

    public static bool operator !=(AbsolutePath a, AbsolutePath b) => !Equals(a, b);

    public override bool Equals(object obj) => obj is AbsolutePath other && string.Equals(path, other.path, Comparison);

    public override int GetHashCode() => path.GetHashCode(Comparison);

    public override string ToString() => path;

    /// <summary>The path quoted: <c>d</c> or <c>s</c> for double or single quotes, with <c>n</c> only if needed; <c>nq</c> for none.</summary>
    public string ToString(string format) =>
        format switch
        {
            null or "" or "nq" => path,
            "d" => path.DoubleQuote(),
            "dn" => path.DoubleQuoteIfNeeded(),
            "s" => path.SingleQuote(),
            "sn" => path.SingleQuoteIfNeeded(),
            _ => throw new ArgumentException($"Expected the path format d, dn, s, sn or nq, but found '{format}'"),
        };

    string IFormattable.ToString(string format, IFormatProvider formatProvider) => ToString(format);

    /// <summary>Converts parameters and environment variables; a relative path counts from the working directory.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value) =>
            value switch
            {
                string text when PathConstruction.HasPathRoot(text) => Create(text),
                string text => EnvironmentInfo.WorkingDirectory / text,
                null => null,
                _ => base.ConvertFrom(context, culture, value),
            };
    }
}
