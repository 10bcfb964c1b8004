using System.Collections.Concurrent;

namespace UserService.Metrics;

/// <summary>The counters of every method and route that has been asked for.</summary>
sealed class RequestMetrics
{
    const string OtherMethod = "other";

    readonly ConcurrentDictionary<(string Method, string Route), RequestCounters> _counters = new();

    /// <summary>Counts one request; <paramref name="route"/> is the pattern, never the path, so that the number of series is bounded.</summary>
    public void Observe(string method, string route, int status, TimeSpan duration) =>
        _counters.GetOrAdd((Known(method), route), static _ => new RequestCounters()).Observe(status, duration);

    /// <summary>All counters, sorted by route and method.</summary>
    public IEnumerable<(string Method, string Route, RequestCounters Counters)> All() =>
        _counters
            .Select(entry => (entry.Key.Method, entry.Key.Route, entry.Value))
            .OrderBy(entry => entry.Route, StringComparer.Ordinal)
            .ThenBy(entry => entry.Method, StringComparer.Ordinal);

    static string Known(string method) =>
        HttpMethods.IsGet(method) ? HttpMethods.Get
        : HttpMethods.IsPost(method) ? HttpMethods.Post
        : HttpMethods.IsPut(method) ? HttpMethods.Put
        : HttpMethods.IsDelete(method) ? HttpMethods.Delete
        : HttpMethods.IsHead(method) ? HttpMethods.Head
        : HttpMethods.IsPatch(method) ? HttpMethods.Patch
        : HttpMethods.IsOptions(method) ? HttpMethods.Options
        : OtherMethod;
}
