using System.Collections.Immutable;
using System.Globalization;
using Pipeline.Core.Analysis.Backtesting;
using Pipeline.Core.Analysis.Sources;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Metrics.Prometheus;

namespace Pipeline.Components.Backtest;

/// <summary>Where a history is: a file, or a Prometheus that is asked for a range.</summary>
/// <param name="File">A CSV file; null to ask Prometheus.</param>
/// <param name="Prometheus">Address of a Prometheus.</param>
/// <param name="Query">Query of a gauge.</param>
/// <param name="From">First moment.</param>
/// <param name="To">Last moment.</param>
/// <param name="CanaryTrack">The track that was new, <c>a</c> or <c>b</c>.</param>
internal sealed record HistorySource(
    string? File,
    string? Prometheus,
    string? Query,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string CanaryTrack
)
{
    // Prometheus refuses more than 11,000 points.
    private const int MostPoints = 10_000;

    /// <summary>What people know it by.</summary>
    public string Name => File is { } file ? Path.GetFileName(file) : Query ?? "";

    /// <summary>Reads the history.</summary>
    /// <exception cref="FormatException">There is none, or it cannot be read; the message says what to give.</exception>
    public async Task<MetricHistory> ReadAsync(CancellationToken cancellationToken)
    {
        if (File is { } file)
            return System.IO.File.Exists(file)
                ? HistoryCsv.Read(await System.IO.File.ReadAllTextAsync(file, cancellationToken), file)
                : throw new FormatException($"--metrics {file}: there is no such file");
        if ((Prometheus, Query, From, To) is not ({ } address, { } query, { } from, { } to))
            throw new FormatException("give --metrics FILE, or --prometheus URL with --query, --from and --to");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            throw new FormatException(
                $"--prometheus is '{address}': expected an address such as http://localhost:9090"
            );
        if (new QueryTemplate(query).Problems().FirstOrDefault() is { } problem)
            throw new FormatException($"--query {problem}");
        if (to <= from)
            throw new FormatException($"--to is {to:O}: expected a moment after --from, {from:O}");

        var step = TimeSpan.FromSeconds(Math.Max(15, Math.Ceiling((to - from).TotalSeconds / MostPoints)));
        using var http = new HttpClient();
        var client = new PrometheusClient(http, new PrometheusServer(uri), null, TimeProvider.System);
        var canary = await AskAsync(client, CanaryTrack, step, cancellationToken);
        var stable = await AskAsync(client, CanaryTrack == "a" ? "b" : "a", step, cancellationToken);
        var rows = canary
            .Keys.Union(stable.Keys)
            .Order()
            .Select(at => new HistoryRow(at)
            {
                CanaryGauge = canary.TryGetValue(at, out var value) ? value : null,
                StableGauge = stable.TryGetValue(at, out var other) ? other : null,
            })
            .ToImmutableArray();
        return rows.IsEmpty
            ? throw new FormatException($"Prometheus has no point for {query} in that time")
            : new MetricHistory(query, "", IsGauge: true, rows);
    }

    private async Task<Dictionary<DateTimeOffset, double>> AskAsync(
        PrometheusClient client,
        string track,
        TimeSpan step,
        CancellationToken cancellationToken
    )
    {
        var query = new QueryTemplate(Query!).Render(placeholder =>
            placeholder == QueryPlaceholder.Track
                ? track
                : throw new FormatException(
                    $"--query names {{{{{placeholder.ToString().ToLowerInvariant()}}}}}: only {{{{track}}}} is known here"
                )
        );
        var answer = await client.QueryRangeAsync(query, From!.Value, To!.Value, step, cancellationToken);
        return answer switch
        {
            PrometheusAnswer.Nothing nothing => throw new FormatException($"{query}: {nothing.Detail}"),
            PrometheusAnswer.Series { All.Length: > 1 } several => throw new FormatException(
                $"{query}: expected one series, found {several.All.Length}: {string.Join(", ", several.All)}"
            ),
            PrometheusAnswer.Series series => series
                .All.SelectMany(one => one.Points)
                .Select(point =>
                    (
                        point.At,
                        Value: double.TryParse(
                            point.Value,
                            NumberStyles.Float,
                            CultureInfo.InvariantCulture,
                            out var value
                        )
                            ? value
                            : double.NaN
                    )
                )
                .Where(point => double.IsFinite(point.Value))
                .ToDictionary(point => point.At, point => point.Value),
            _ => throw new InvalidOperationException("an answer is either series or nothing"),
        };
    }
}
