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
        // OpenMetrics appends an exemplar behind a hash, which neither value nor timestamp contains.
        var rest = line[position..].Split('#', 2)[0];
        var words = rest.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [var value] => new PrometheusSample(new SeriesId(name, labels), ReadValue(value)),
            [var value, var time] => new PrometheusSample(new SeriesId(name, labels), ReadValue(value))
            {
                At = ReadTimestamp(time),
            },
            _ => throw Expected("a value and at most a timestamp"),
        };
    }

    private readonly char Peek => position < line.Length ? line[position] : '\0';

    private static double ReadValue(string word) =>
        PrometheusNumber.TryParse(word, out var value)
            ? value
            : throw new FormatException($"expected a number, found '{word}'");

    // Milliseconds in the text format, seconds in OpenMetrics; as milliseconds these would lie in 1970.
    private static DateTimeOffset ReadTimestamp(string word)
    {
        if (
            !double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var time)
            || Math.Abs(time) > 1e14
        )
            throw new FormatException($"expected a timestamp in milliseconds, found '{word}'");
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(Math.Abs(time) < 1e11 ? time * 1000 : time));
    }

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
