using System.Collections.Immutable;
using System.Globalization;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Exposition;

namespace Pipeline.Kubernetes.Metrics.Prometheus;

/// <summary>Makes numbers of an answer, or says why there are none.</summary>
internal static class SeriesReading
{
    private const int NamedSeries = 3;

    /// <summary>How many events an answer counts: one number from 0 on.</summary>
    /// <exception cref="NoNumberException">It has none.</exception>
    public static double Count(PrometheusAnswer answer, DateTimeOffset oldest) =>
        One(answer, oldest) is [.., var point]
            ? CountOf(point)
            : throw new NoNumberException(NoDataCause.Empty, "the query gave a series without values");

    /// <summary>The cumulative buckets of an answer, one series per <c>le</c>.</summary>
    /// <exception cref="NoNumberException">It has none.</exception>
    public static RequestCounts Histogram(PrometheusAnswer answer, DateTimeOffset oldest)
    {
        var buckets = Series(answer)
            .Select(series => (Edge: EdgeOf(series), Series: series))
            .OrderBy(bucket => bucket.Edge)
            .ToList();
        foreach (var ((edge, series), (next, _)) in buckets.Zip(buckets.Skip(1)))
        {
            if (edge == next)
                throw new NoNumberException(
                    NoDataCause.SeveralSeries,
                    $"the query gave several series with le=\"{series.Id.Label("le")}\": sum by (le) gives one"
                );
        }

        if (!double.IsPositiveInfinity(buckets[^1].Edge))
            throw new NoNumberException(NoDataCause.MissingBucket, "the query gave no bucket with le=\"+Inf\"");

        // Extrapolated counts are no whole numbers; rounding all of them the same way keeps them rising.
        var counts = buckets.Select(bucket => Rounded(CountOf(Fresh(bucket.Series, oldest)[^1]))).ToList();
        return new RequestCounts
        {
            Requests = counts[^1],
            Timed = counts[^1],
            Buckets = [.. buckets.Zip(counts, (bucket, count) => new LatencyBucket(bucket.Edge, count)).SkipLast(1)],
        };
    }

    /// <summary>The points of a gauge.</summary>
    /// <exception cref="NoNumberException">It has none.</exception>
    public static ImmutableSortedDictionary<DateTimeOffset, double> Points(
        PrometheusAnswer answer,
        DateTimeOffset oldest
    )
    {
        var points = One(answer, oldest)
            .Select(point => KeyValuePair.Create(point.At, NumberOf(point)))
            .ToImmutableSortedDictionary();
        var numbers = points.Where(point => double.IsFinite(point.Value)).ToImmutableSortedDictionary();
        // A moment without a number, as the average of nothing, is left out; only numbers can be compared.
        return !numbers.IsEmpty ? numbers
            : points.Values.All(double.IsNaN) ? throw new NoNumberException(NoDataCause.NotANumber, "the value is NaN")
            : throw new NoNumberException(NoDataCause.OutOfRange, "the value is infinite");
    }

    /// <summary>A count that may be extrapolated, as a whole number.</summary>
    public static long Rounded(double count) => (long)Math.Round(count, MidpointRounding.AwayFromZero);

    private static ImmutableArray<PrometheusPoint> One(PrometheusAnswer answer, DateTimeOffset oldest) =>
        Series(answer) switch
        {
            [var series] => Fresh(series, oldest),
            var several => throw new NoNumberException(
                NoDataCause.SeveralSeries,
                $"the query gave {several.Length} series where one is expected: "
                    + string.Join(", ", several.Take(NamedSeries))
                    + (several.Length > NamedSeries ? ", …" : "")
            ),
        };

    private static ImmutableArray<PrometheusSeries> Series(PrometheusAnswer answer) =>
        answer switch
        {
            PrometheusAnswer.Series { All: [_, ..] all } => all,
            PrometheusAnswer.Nothing nothing => throw new NoNumberException(nothing.Cause, nothing.Detail),
            _ => throw new NoNumberException(
                NoDataCause.Empty,
                "the query gave no series; where that means zero, it ends in: or vector(0)"
            ),
        };

    private static ImmutableArray<PrometheusPoint> Fresh(PrometheusSeries series, DateTimeOffset oldest) =>
        series.Points switch
        {
            [.., var newest] when newest.At < oldest => throw new NoNumberException(
                NoDataCause.Stale,
                $"the newest value is of {newest.At:u}"
            ),
            [_, ..] points => points,
            _ => throw new NoNumberException(NoDataCause.Empty, "the query gave a series without values"),
        };

    private static double CountOf(PrometheusPoint point) =>
        NumberOf(point) switch
        {
            double.NaN => throw new NoNumberException(NoDataCause.NotANumber, "the value is NaN"),
            var value and (< 0 or double.PositiveInfinity) => throw new NoNumberException(
                NoDataCause.OutOfRange,
                $"the value is {value.ToString(CultureInfo.InvariantCulture)}"
            ),
            var value => value,
        };

    private static double NumberOf(PrometheusPoint point) =>
        PrometheusNumber.TryParse(point.Value, out var value)
            ? value
            : throw new NoNumberException(NoDataCause.Malformed, $"expected a number, found '{point.Value}'");

    private static double EdgeOf(PrometheusSeries series) =>
        PrometheusNumber.TryParse(series.Id.Label("le"), out var edge) && !double.IsNaN(edge)
            ? edge
            : throw new NoNumberException(
                NoDataCause.Malformed,
                $"the query gave {series}, which has no label le: sum by (le) of the buckets is expected"
            );
}
