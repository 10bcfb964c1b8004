using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Core.Quality;

/// <summary>A place in the sources.</summary>
/// <param name="File">Path of the file, absolute or as the tool wrote it.</param>
/// <param name="Line">Counted from 1; null when it is not known.</param>
/// <param name="Column">Counted from 1; null when it is not known.</param>
public sealed partial record SourceLocation(string File, int? Line = null, int? Column = null)
{
    /// <summary>The innermost place of a .NET stack trace that has a file, frames of generated code left out; null if there is none.</summary>
    public static SourceLocation? OfStackTrace(string trace) =>
        Frame()
            .Matches(trace)
            .Select(frame => new SourceLocation(
                frame.Groups["file"].Value,
                int.Parse(frame.Groups["line"].ValueSpan, CultureInfo.InvariantCulture)
            ))
            .FirstOrDefault(location => !location.File.EndsWith(".g.cs", StringComparison.Ordinal));

    /// <summary>The same place, its file relative to a folder where it lies in there, with slashes.</summary>
    public SourceLocation Below(string folder)
    {
        var (file, root) = (File.Replace('\\', '/'), folder.Replace('\\', '/').TrimEnd('/') + "/");
        return this with { File = file.StartsWith(root, StringComparison.Ordinal) ? file[root.Length..] : file };
    }

    [GeneratedRegex(@" in (?<file>[^\r\n]+):line (?<line>\d{1,9})")]
    private static partial Regex Frame();
}
