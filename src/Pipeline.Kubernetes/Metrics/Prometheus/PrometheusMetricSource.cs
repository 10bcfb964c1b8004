using System.Collections.Immutable;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Metrics.Prometheus;

/// <summary>Asks Prometheus about a metric, window by window.</summary>
/// <param name="client">Asks.</param>
/// <param name="kind">What the answers mean.</param>
/// <param name="source">What to ask.</param>
/// <param name="values">What the placeholders of a query stand for, by track.</param>
/// <param name="canary">The new track.</param>
/// <param name="stable">The stable track; null when it has no traffic.</param>
internal sealed class PrometheusMetricSource(
    PrometheusClient client,
    MetricKind kind,
    MetricSource.Prometheus source,
    Func<Track, QueryPlaceholder, string> values,
    Track canary,
    Track? stable
) : IMetricSource
{
    /// <inheritdoc/>
    public TimeSpan Every => source.Window;

    /// <inheritdoc/>
    public async Task<MetricLook?> LookAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var asked = await Task.WhenAll(
            new[] { canary, stable }.OfType<Track>().Select(track => AskAsync(track, at, cancellationToken))
        );
        var (newer, older) = (asked[0], asked.ElementAtOrDefault(1));
        var look = kind is MetricKind.Gauge gauge
            ? Compare(gauge, newer, older)
            : new MetricLook(newer.Reading, older?.Reading);
        return look with { Answers = [.. asked.SelectMany(track => track.Answers)] };
    }

    private static MetricLook Compare(MetricKind.Gauge gauge, AskedTrack newer, AskedTrack? older)
    {
        if (newer.Reading is TrackReading.NoData)
            return new MetricLook(newer.Reading, Stable: null);
        // Without a limit a point is judged only beside the stable track's.
        if (gauge.Limit is null && older?.Reading is TrackReading.NoData gap)
            return new MetricLook(gap with { Detail = $"stable track: {gap.Detail}" }, Stable: null);

        ImmutableArray<GaugePoint> points =
        [
            .. newer.Points.Select(point => new GaugePoint(
                point.Key,
                point.Value,
                older?.Points.TryGetValue(point.Key, out var beside) == true ? beside : null
            )),
        ];
        return new MetricLook(new TrackReading.Counted(gauge.Count(points)), Stable: null) { Points = points };
    }

    private async Task<AskedTrack> AskAsync(Track track, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var queries = new[] { source.Query, source.Total }
            .OfType<QueryTemplate>()
            .Select(template => template.Render(name => values(track, name)))
            .ToList();
        var answers = await Task.WhenAll(queries.Select(query => AskAsync(query, at, cancellationToken)));
        ImmutableArray<SourceAnswer> record = [.. queries.Zip(answers, (query, answer) => Record(query, at, answer))];
        try
        {
            return Read(answers, at - source.Window) with { Answers = record };
        }
        catch (NoNumberException none)
        {
            return new AskedTrack(none.Reading, record);
        }
    }

    private Task<PrometheusAnswer> AskAsync(string query, DateTimeOffset at, CancellationToken cancellationToken) =>
        source.Step is { } step
            ? client.QueryRangeAsync(query, at - source.Window + step, at, step, cancellationToken)
            : client.QueryAsync(query, at, cancellationToken);

    private AskedTrack Read(PrometheusAnswer[] answers, DateTimeOffset oldest) =>
        kind switch
        {
            MetricKind.Gauge => new AskedTrack(new TrackReading.Counted(RequestCounts.Zero), [])
            {
                Points = SeriesReading.Points(answers[0], oldest),
            },
            MetricKind.Latency => Counted(SeriesReading.Histogram(answers[0], oldest)),
            _ => Counted(Rate(SeriesReading.Count(answers[0], oldest), SeriesReading.Count(answers[1], oldest))),
        };

    private RequestCounts Rate(double part, double all)
    {
        // Prometheus extrapolates both on its own, so that a part may be a little more than the whole.
        if (part > all * 1.05 + 1)
            throw new NoNumberException(
                NoDataCause.OutOfRange,
                $"Query counts {SeriesReading.Rounded(part)} of the {SeriesReading.Rounded(all)} that Total counts"
            );

        var (requests, counted) = (SeriesReading.Rounded(all), SeriesReading.Rounded(Math.Min(part, all)));
        return new RequestCounts
        {
            Requests = requests,
            Errors = kind.Direction == Direction.LowerIsWorse ? requests - counted : counted,
        };
    }

    private static AskedTrack Counted(RequestCounts counts) => new(new TrackReading.Counted(counts), []);

    private static SourceAnswer Record(string query, DateTimeOffset at, PrometheusAnswer answer) =>
        answer switch
        {
            PrometheusAnswer.Series { All: var all, Remarks: var remarks } => new SourceAnswer(
                query,
                at,
                [
                    .. all.SelectMany(series =>
                        series.Points.Select(point => new RawValue(series.ToString(), point.At, point.Value))
                    ),
                ],
                remarks
            ),
            PrometheusAnswer.Nothing nothing => new SourceAnswer(query, at, [], [nothing.Detail]),
            _ => throw new InvalidOperationException("an answer has series or nothing"),
        };
}
