using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Core.Quality;

namespace Pipeline.Components.Hosts.Diagnostics;

/// <summary>Reads the messages of compilers and MSBuild (https://learn.microsoft.com/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks).</summary>
public static partial class CompilerMessage
{
    /// <summary>The diagnostic that a line of output is; null if it is none, or names no file.</summary>
    public static Diagnostic? Parse(string line)
    {
        var match = Located().Match(line);
        if (!match.Success)
            match = Unlocated().Match(line);
        if (!match.Success)
            return null;

        var severity = match.Groups["severity"].ValueSpan is "error"
            ? DiagnosticSeverity.Error
            : DiagnosticSeverity.Warning;
        var code = match.Groups["code"] is { Success: true, Value: var value } ? value : null;
        return new Diagnostic(
            severity,
            match.Groups["message"].Value,
            new SourceLocation(match.Groups["file"].Value, Number(match, "line"), Number(match, "column")),
            code
        );
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } number
            ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture)
            : null;

    // The place is (line), (line,column), (line,column-column) or (line,column,line,column); several nodes number their lines "2:7>".
    [GeneratedRegex(
        @"^\s*(?:[\d:]+>)?(?<file>[^\s:][^<>|""]*?)\((?<line>\d{1,9})(?:-\d+)?(?:,(?<column>\d{1,9})(?:-\d+)?)?(?:,\d+,\d+)?\)\s*:\s+"
            + Rest
    )]
    private static partial Regex Located();

    // Without a place only a project or a file with an extension is meant; "MSBUILD" and "CSC" are none.
    [GeneratedRegex(@"^\s*(?:[\d:]+>)?(?<file>(?:[A-Za-z]:)?[^\s:][^:<>|""]*\.\w+)\s+:\s+" + Rest)]
    private static partial Regex Unlocated();

    private const string Rest =
        @"(?:[\w ]+ )?(?<severity>error|warning)(?:\s+(?<code>[A-Za-z][\w.-]*\d+))?\s*:\s*(?<message>.*?)(?:\s+\[[^\[\]]+\])?\s*$";
}
