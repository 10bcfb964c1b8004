using System.Collections.Immutable;
using System.Globalization;
using Pipeline.Core.Analysis.Exposition;

namespace Pipeline.Core.Analysis.Counters;

/// <summary>Which series of a service's metrics tell its requests; durations have the label <c>le</c>.</summary>
public sealed record RequestSeries
{
    /// <summary>Counter of requests by route and status.</summary>
    public string Requests { get; init; } = "http_requests_total";

    /// <summary>Histogram of durations in seconds, by route.</summary>
    public string Durations { get; init; } = "http_request_duration_seconds";

    /// <summary>Only this value of the label <c>route</c> and those below it count, since probes are nobody's traffic; null for all.</summary>
    public required string? RoutePrefix { get; init; }

    /// <summary>Label with the status of the answer.</summary>
    public string StatusLabel { get; init; } = "status";

    /// <summary>Only series with these labels count.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What is read, as a Prometheus user would write it.</summary>
    public string Query =>
        RoutePrefix is null
            ? $"{new SeriesId(Requests, Labels)}, {new SeriesId(Durations, Labels)}"
            : $"{Requests}, {Durations} of routes {RoutePrefix} and below, summed over the pods of the track";

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
            return pod.Silence;

        return new TrackReading.Counted(
            new RequestCounts
            {
                Requests = Sum(ours, Requests, _ => true),
                Errors = Sum(ours, Requests, id => id.Label(StatusLabel) is ['5', _, _]),
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
        && Labels.All(label => id.Label(label.Key) == label.Value)
        && IsOurRoute(id.Label("route"));

    private bool IsOurRoute(string route) =>
        RoutePrefix is null || route == RoutePrefix || route.StartsWith(RoutePrefix + "/", StringComparison.Ordinal);

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
