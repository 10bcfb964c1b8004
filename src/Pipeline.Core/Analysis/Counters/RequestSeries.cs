using System.Collections.Immutable;
using System.Globalization;
using Pipeline.Core.Analysis.Exposition;

namespace Pipeline.Core.Analysis.Counters;

/// <summary>Which series of a service's metrics tell its requests; the labels are <c>route</c>, <c>status</c> and <c>le</c>.</summary>
public sealed record RequestSeries
{
    /// <summary>Counter of requests by route and status.</summary>
    public string Requests { get; init; } = "http_requests_total";

    /// <summary>Histogram of durations in seconds, by route.</summary>
    public string Durations { get; init; } = "http_request_duration_seconds";

    /// <summary>Only this route and those below it count; probes and metrics are nobody's traffic.</summary>
    public required string RoutePrefix { get; init; }

    /// <summary>What is read, as a Prometheus user would write it.</summary>
    public string Query =>
        $"{Requests}, {Durations} of routes {RoutePrefix} and below, summed over the pods of the track";

    /// <summary>The requests in the growth of a track's counters.</summary>
    public TrackReading Read(CounterDelta delta)
    {
        var ours = delta.Values.Where(counter => IsOurs(counter.Key)).ToList();
        if (
            ours.Where(counter => !IsCount(counter.Value)).Select(counter => counter.Key).FirstOrDefault() is { } series
        )
            return double.IsNaN(delta.Values[series])
                ? new TrackReading.NoData(NoDataCause.NotANumber, $"{series} is NaN")
                : new TrackReading.NoData(NoDataCause.OutOfRange, $"{series} is {delta.Values[series]}");
        if (ours.Count == 0 && delta.Unanswered is [var pod, ..])
            return new TrackReading.NoData(NoDataCause.Unreachable, $"pod {pod} did not answer");

        return new TrackReading.Counted(
            new RequestCounts
            {
                Requests = Sum(ours, Requests, _ => true),
                Errors = Sum(ours, Requests, id => id.Label("status") is ['5', _, _]),
                Timed = Sum(ours, Durations + "_bucket", id => double.IsPositiveInfinity(EdgeOf(id))),
                Buckets =
                [
                    .. ours.Where(counter => counter.Key.Name == Durations + "_bucket")
                        .GroupBy(counter => EdgeOf(counter.Key), counter => counter.Value)
                        .Where(bucket => double.IsFinite(bucket.Key))
                        .OrderBy(bucket => bucket.Key)
                        .Select(bucket => new LatencyBucket(bucket.Key, (long)bucket.Sum())),
                ],
            }
        );
    }

    private bool IsOurs(SeriesId id) =>
        (id.Name == Requests || id.Name == Durations + "_bucket")
        && id.Label("route") is var route
        && (route == RoutePrefix || route.StartsWith(RoutePrefix + "/", StringComparison.Ordinal));

    private static bool IsCount(double value) => double.IsFinite(value) && value >= 0;

    private static long Sum(List<KeyValuePair<SeriesId, double>> counters, string name, Func<SeriesId, bool> which) =>
        (long)counters.Where(counter => counter.Key.Name == name && which(counter.Key)).Sum(counter => counter.Value);

    private static double EdgeOf(SeriesId id) =>
        id.Label("le") switch
        {
            "+Inf" or "Inf" => double.PositiveInfinity,
            var edge when double.TryParse(edge, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) =>
                seconds,
            _ => double.NaN,
        };
}
