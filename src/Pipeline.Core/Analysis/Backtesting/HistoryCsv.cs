using System.Collections.Immutable;
using System.Globalization;
using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Core.Analysis.Backtesting;

/// <summary>Reads histories that are written as comma-separated values; docs/verdicts.md describes the columns.</summary>
public static class HistoryCsv
{
    private static readonly string[] Counts =
    [
        "time",
        "canary requests [1]",
        "canary errors [1]",
        "stable requests [1]",
        "stable errors [1]",
    ];

    /// <summary>Reads a history.</summary>
    /// <param name="text">The file.</param>
    /// <param name="origin">Its name, for error messages.</param>
    /// <exception cref="FormatException">It is no history; the message names line and column.</exception>
    public static MetricHistory Read(string text, string origin)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        while (lines is [.., ""])
            lines.RemoveAt(lines.Count - 1);
        if (lines.Count < 2)
            throw new FormatException($"{origin}: expected a heading and at least one row, found {lines.Count} lines");

        var heading = lines[0].TrimStart('\uFEFF').Split(',').Select(cell => cell.Trim()).ToArray();
        var gauge = GaugeOf(heading);
        if (gauge is null && !heading.SequenceEqual(Counts, StringComparer.OrdinalIgnoreCase))
            throw new FormatException(
                $"{origin}, line 1: expected '{string.Join(',', Counts)}', or 'time,canary NAME [UNIT],stable NAME [UNIT]', found '{lines[0]}'"
            );

        var rows = ImmutableArray.CreateBuilder<HistoryRow>(lines.Count - 1);
        for (var line = 1; line < lines.Count; line++)
        {
            var row = new Row(origin, line + 1, heading, lines[line].Split(',')).Read(gauge is not null);
            if (rows.Count > 0 && row.At <= rows[^1].At)
                throw new FormatException(
                    $"{origin}, line {line + 1}, column 'time': expected a time after {rows[^1].At:O}, found {row.At:O}"
                );
            rows.Add(row);
        }

        return gauge is { } found
            ? new MetricHistory(found.Name, found.Unit, true, rows.ToImmutable())
            : new MetricHistory("error rate", "", false, rows.ToImmutable());
    }

    private static (string Name, string Unit)? GaugeOf(string[] heading)
    {
        if (
            heading
                is not [
                    "time",
                    ['c', 'a', 'n', 'a', 'r', 'y', ' ', .. var canary],
                    ['s', 't', 'a', 'b', 'l', 'e', ' ', .. var stable],
                ]
            || canary != stable
        )
            return null;
        var bracket = canary.IndexOf(" [", StringComparison.Ordinal);
        return bracket > 0 && canary.EndsWith(']') ? (canary[..bracket], canary[(bracket + 2)..^1]) : null;
    }

    private sealed record Row(string Origin, int Line, string[] Heading, string[] Cells)
    {
        public HistoryRow Read(bool isGauge)
        {
            if (Cells.Length != Heading.Length)
                throw new FormatException(
                    $"{Origin}, line {Line}: expected {Heading.Length} columns, found {Cells.Length}"
                );
            var row = new HistoryRow(Time());
            return isGauge
                ? row with
                {
                    CanaryGauge = Gauge(1),
                    StableGauge = Gauge(2),
                }
                : row with
                {
                    CanaryCounts = Errors(1),
                    StableCounts = Errors(3),
                };
        }

        private DateTimeOffset Time() =>
            DateTimeOffset.TryParse(
                Cells[0],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
                out var time
            ) && Cells[0].Contains('T')
                ? time
                : throw Unexpected(0, "an ISO 8601 time such as 2026-11-21T04:15:00Z");

        private Proportion? Errors(int column)
        {
            var (requests, errors) = (Count(column), Count(column + 1));
            return (requests, errors) switch
            {
                (null, null) => null,
                (null, _) => throw Unexpected(column, "a number of requests beside the number of errors"),
                (_, null) => throw Unexpected(column + 1, "a number of errors beside the number of requests"),
                ({ } all, { } bad) => bad <= all
                    ? new Proportion(bad, all)
                    : throw Unexpected(column + 1, $"at most as many errors as requests, {all}"),
            };
        }

        private long? Count(int column) =>
            string.IsNullOrWhiteSpace(Cells[column]) ? null
            : long.TryParse(
                Cells[column],
                NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture,
                out var count
            )
                ? count
            : throw Unexpected(column, "a whole number of at least 0, or nothing");

        private double? Gauge(int column) =>
            string.IsNullOrWhiteSpace(Cells[column]) ? null
            : double.TryParse(Cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
                ? value
            : throw Unexpected(column, "a number, or nothing");

        private FormatException Unexpected(int column, string expected) =>
            new($"{Origin}, line {Line}, column '{Heading[column]}': expected {expected}, found '{Cells[column]}'");
    }
}
