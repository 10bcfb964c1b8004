using System.Text;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

static partial class AbsolutePathExtensions
{
    /// <summary>UTF-8 without a byte order mark; bytes that are no text are an error.</summary>
    public static Encoding DefaultEncoding = new UTF8Encoding(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Whether written text ends in exactly one line break unless the call says otherwise.</summary>
    public static bool DefaultEofLineBreak = true;

    public static string ReadAllText(this AbsolutePath path, Encoding encoding = null) =>
        File.ReadAllText(path, encoding ?? DefaultEncoding);

    public static string[] ReadAllLines(this AbsolutePath path, Encoding encoding = null) =>
        File.ReadAllLines(path, encoding ?? DefaultEncoding);

    public static byte[] ReadAllBytes(this AbsolutePath path) => File.ReadAllBytes(path);

    /// <summary>Writes the text, creating missing folders; see <see cref="DefaultEofLineBreak"/>.</summary>
    public static AbsolutePath WriteAllText(
        this AbsolutePath path,
        string content,
        Encoding encoding = null,
        bool? eofLineBreak = null
    )
    {
        EnsureParent(path);
        var text = eofLineBreak ?? DefaultEofLineBreak ? content.TrimEnd('\r', '\n') + Environment.NewLine : content;
        File.WriteAllText(path, text, encoding ?? DefaultEncoding);
        return path;
    }

    /// <summary>Writes the lines with the line break of <paramref name="platformFamily"/>, creating missing folders.</summary>
    public static AbsolutePath WriteAllLines(
        this AbsolutePath path,
        IEnumerable<string> lines,
        Encoding encoding = null,
        PlatformFamily? platformFamily = null,
        bool? eofLineBreak = null
    )
    {
        EnsureParent(path);
        var end = eofLineBreak ?? DefaultEofLineBreak ? [""] : Array.Empty<string>();
        File.WriteAllText(path, lines.Concat(end).JoinNewLine(platformFamily), encoding ?? DefaultEncoding);
        return path;
    }

    public static AbsolutePath WriteAllBytes(this AbsolutePath path, byte[] bytes)
    {
        EnsureParent(path);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static AbsolutePath AppendAllText(this AbsolutePath path, string content, Encoding encoding = null)
    {
        EnsureParent(path);
        File.AppendAllText(path, content, encoding ?? DefaultEncoding);
        return path;
    }

    private static void EnsureParent(AbsolutePath path) => path.Parent?.CreateDirectory();
}
