using System.Text.RegularExpressions;

namespace Nuke.Common.Utilities;

/// <summary>Quoting, joining and comparing of strings.</summary>
public static class StringExtensions
{
    private static readonly Regex QuotesToEscape = new(@"(\\*)(""|$)", RegexOptions.Compiled);

    public static bool IsNullOrEmpty(this string str) => string.IsNullOrEmpty(str);

    public static bool IsNullOrWhiteSpace(this string str) => string.IsNullOrWhiteSpace(str);

    public static bool EqualsOrdinalIgnoreCase(this string str, string other) =>
        string.Equals(str, other, StringComparison.OrdinalIgnoreCase);

    public static bool ContainsOrdinalIgnoreCase(this string str, string other) =>
        str.Contains(other, StringComparison.OrdinalIgnoreCase);

    public static bool StartsWithOrdinalIgnoreCase(this string str, string other) =>
        str.StartsWith(other, StringComparison.OrdinalIgnoreCase);

    public static bool EndsWithOrdinalIgnoreCase(this string str, string other) =>
        str.EndsWith(other, StringComparison.OrdinalIgnoreCase);

    public static string Join(this IEnumerable<string> enumerable, string separator) =>
        string.Join(separator, enumerable);

    public static string JoinSpace(this IEnumerable<string> values) => values.Join(" ");

    public static string JoinComma(this IEnumerable<string> values) => values.Join(",");

    public static string JoinCommaSpace(this IEnumerable<string> values) => values.Join(", ");

    /// <summary>Joins lines with the line break of <paramref name="platformFamily"/>; of this system if there is none.</summary>
    public static string JoinNewLine(this IEnumerable<string> values, PlatformFamily? platformFamily = null) =>
        values.Join((platformFamily ?? EnvironmentInfo.Platform) == PlatformFamily.Windows ? "\r\n" : "\n");

    public static string[] SplitLineBreaks(this string str, StringSplitOptions options = StringSplitOptions.None) =>
        str.Split(["\r\n", "\n"], options);

    /// <summary>Doubles braces, so that the text is a log message template without properties.</summary>
    public static string EscapeBraces(this string str) => str.Replace("{", "{{").Replace("}", "}}");

    /// <summary>The text as one command-line argument: in double quotes, with inner quotes escaped.</summary>
    public static string DoubleQuote(this string str) =>
        // A backslash is literal unless a quote follows, so those before a quote or the end are doubled.
        $"\"{QuotesToEscape.Replace(str, match => match.Groups[1].Value + match.Groups[1].Value + (match.Groups[2].Length > 0 ? "\\\"" : ""))}\"";

    /// <summary>The text in double quotes if it has white space or a quote, unless it is in double quotes already.</summary>
    public static string DoubleQuoteIfNeeded(this string str) =>
        str.IsDoubleQuoted() || !NeedsQuotes(str) ? str : str.DoubleQuote();

    public static string SingleQuote(this string str) => $"'{str.Replace("'", "\\'")}'";

    /// <summary>The text in single quotes if it has white space or a quote, unless it is in single quotes already.</summary>
    public static string SingleQuoteIfNeeded(this string str) =>
        str.IsSingleQuoted() || !NeedsQuotes(str) ? str : str.SingleQuote();

    public static bool IsDoubleQuoted(this string str) =>
        str is ['"', .., '"'] && !Regex.IsMatch(str[1..^1], @"(?<!\\)(\\\\)*""");

    public static bool IsSingleQuoted(this string str) => str is ['\'', .., '\''] && !str[1..^1].Contains('\'');

    private static bool NeedsQuotes(string str) => str.Any(c => char.IsWhiteSpace(c) || c is '"' or '\'');
}
