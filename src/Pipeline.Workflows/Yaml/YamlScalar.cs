using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Workflows.Yaml;

/// <summary>How a text is written: bare where no reader can mistake it, as a block where it has lines, quoted otherwise.</summary>
internal static partial class YamlScalar
{
    /// <summary>The text without line breaks: bare, or in double quotes.</summary>
    /// <exception cref="ArgumentException">It has half a surrogate pair, which no encoding can hold.</exception>
    public static string OnOneLine(string text) => IsPlain(text) ? text : $"\"{Escaped(text)}\"";

    /// <summary>Whether the text is written as a block of lines: it has several, all printable, and begins with a visible character.</summary>
    public static bool FitsBlock(string text) =>
        text.Contains('\n', StringComparison.Ordinal)
        && !char.IsWhiteSpace(text[0])
        && text.All(character => character == '\n' || IsPrintable(character))
        && !text.Split('\n').Any(line => line.EndsWith(' '));

    /// <summary>What introduces the block: it tells how many line feeds the text ends in.</summary>
    public static string BlockHeader(string text) =>
        !text.EndsWith('\n') ? "|-"
        : text.EndsWith("\n\n", StringComparison.Ordinal) ? "|+"
        : "|";

    /// <summary>The lines of the block.</summary>
    public static IEnumerable<string> BlockLines(string text) => (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    private static bool IsPlain(string text) =>
        Plain().IsMatch(text)
        && !Mistakable().IsMatch(text)
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && text[^1] is not (' ' or ':');

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                escaped.Append(CultureInfo.InvariantCulture, $"\\U{char.ConvertToUtf32(character, text[++i]):x8}");
            else if (char.IsSurrogate(character))
                throw new ArgumentException($"expected text, found half a surrogate pair at character {i} of '{text}'");
            else
                escaped.Append(Escaped(character));
        }

        return escaped.ToString();
    }

    private static string Escaped(char character) =>
        character switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ when IsPrintable(character) => character.ToString(),
            _ => $"\\u{(int)character:x4}",
        };

    // YAML 1.1 also takes U+0085, U+2028 and U+2029 for line breaks.
    private static bool IsPrintable(char character) =>
        character
            is >= ' '
                and < '\u007f'
                or > '\u00a0'
                and < '\u2028'
                or > '\u2029'
                and < '\ud800'
                or >= '\ue000'
                and < '\ufeff'
                or > '\ufeff'
                and < '\ufffe';

    [GeneratedRegex(@"^(?:\./|\$[({A-Z]|[A-Za-z_/])[!-~ ]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(
        @"^(?:y|yes|n|no|true|false|on|off|null)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Mistakable();
}
