using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pipeline.Core.Analysis.Exposition;

/// <summary>Reads one sample line: <c>name{label="value",…} value [timestamp]</c>.</summary>
internal ref struct SampleLine(string line)
{
    private int position;

    /// <exception cref="FormatException">The line is malformed; the message says where.</exception>
    public PrometheusSample Read()
    {
        var name = ReadName("a metric name", colons: true);
        SkipBlanks();
        var labels =
            Peek == '{' ? ReadLabels() : ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        SkipBlanks();
        var words = line[position..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words is not ([_] or [_, _]))
            throw Expected("a value and at most a timestamp");
        if (words is [_, var timestamp] && !long.TryParse(timestamp, CultureInfo.InvariantCulture, out _))
            throw new FormatException($"expected a timestamp in milliseconds, found '{timestamp}'");

        return new PrometheusSample(new SeriesId(name, labels), ReadValue(words[0]));
    }

    private readonly char Peek => position < line.Length ? line[position] : '\0';

    private static double ReadValue(string word) =>
        word.ToLowerInvariant() switch
        {
            "+inf" or "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" => double.NaN,
            _ => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new FormatException($"expected a number, found '{word}'"),
        };

    private string ReadName(string what, bool colons)
    {
        var start = position;
        if (char.IsAsciiDigit(Peek))
            throw Expected(what);
        while (char.IsAsciiLetterOrDigit(Peek) || Peek == '_' || (colons && Peek == ':'))
            position++;
        if (position == start)
            throw Expected(what);
        return line[start..position];
    }

    private ImmutableSortedDictionary<string, string> ReadLabels()
    {
        var labels = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Skip('{');
        while (Peek != '}')
        {
            var name = ReadName("a label name or '}'", colons: false);
            Skip('=');
            if (!labels.TryAdd(name, ReadQuoted()))
                throw new FormatException($"label '{name}' is given twice");
            SkipBlanks();
            if (Peek != '}')
                Skip(',');
        }

        Skip('}');
        return labels.ToImmutable();
    }

    private string ReadQuoted()
    {
        Skip('"');
        var text = new StringBuilder();
        while (Peek != '"')
        {
            if (position >= line.Length)
                throw Expected("a closing quote");
            var next = line[position++];
            if (next != '\\')
            {
                text.Append(next);
                continue;
            }

            text.Append(
                Peek switch
                {
                    'n' => '\n',
                    '\\' => '\\',
                    '"' => '"',
                    _ => throw Expected("'n', '\\' or '\"' after a backslash"),
                }
            );
            position++;
        }

        position++;
        return text.ToString();
    }

    private void Skip(char expected)
    {
        SkipBlanks();
        if (Peek != expected)
            throw Expected($"'{expected}'");
        position++;
        // Blanks inside a quoted value belong to the value.
        if (expected != '"')
            SkipBlanks();
    }

    private void SkipBlanks()
    {
        while (Peek is ' ' or '\t')
            position++;
    }

    private readonly FormatException Expected(string what) =>
        new(
            position < line.Length
                ? $"expected {what} at column {position + 1}, found '{line[position..]}'"
                : $"expected {what} at column {position + 1}, found the end of the line"
        );
}
