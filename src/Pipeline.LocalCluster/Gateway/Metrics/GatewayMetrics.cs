using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Pipeline.LocalCluster.Gateway.Metrics;

/// <summary>
/// The counters of all backends since the gateway started, and their Prometheus text. A Service keeps its counters when it
/// is removed and made again.
/// </summary>
internal sealed class GatewayMetrics
{
    private readonly ConcurrentDictionary<(string, string), BackendCounters> _backends = new();

    /// <summary>The counters of one Service.</summary>
    public BackendCounters Of(string ns, string service) =>
        _backends.GetOrAdd((ns, service), static key => new BackendCounters(key.Item1, key.Item2));

    /// <summary>Text exposition format 0.0.4: <c>gateway_requests_total</c> and <c>gateway_request_duration_seconds</c>.</summary>
    public string Text()
    {
        var backends = _backends
            .Values.OrderBy(backend => backend.Namespace)
            .ThenBy(backend => backend.Service)
            .ToList();
        var text = new StringBuilder();
        text.Append("# HELP gateway_requests_total Requests that the gateway answered, by backend and status.\n");
        text.Append("# TYPE gateway_requests_total counter\n");
        foreach (var backend in backends)
        {
            foreach (var (status, requests) in backend.Statuses())
                Line(text, $"gateway_requests_total{{{Labels(backend)},code=\"{status}\"}} {requests}");
        }

        text.Append(
            "# HELP gateway_request_duration_seconds Time from a request's arrival to the end of its answer.\n"
        );
        text.Append("# TYPE gateway_request_duration_seconds histogram\n");
        foreach (var backend in backends)
            Histogram(text, backend);
        return text.ToString();
    }

    private static void Histogram(StringBuilder text, BackendCounters backend)
    {
        var all = 0L;
        foreach (var (edge, requests) in backend.Cumulated().Index())
        {
            var limit =
                edge < BackendCounters.Edges.Length
                    ? BackendCounters.Edges[edge].ToString(CultureInfo.InvariantCulture)
                    : "+Inf";
            Line(text, $"gateway_request_duration_seconds_bucket{{{Labels(backend)},le=\"{limit}\"}} {requests}");
            all = requests;
        }

        Line(text, $"gateway_request_duration_seconds_sum{{{Labels(backend)}}} {backend.Total().TotalSeconds}");
        Line(text, $"gateway_request_duration_seconds_count{{{Labels(backend)}}} {all}");
    }

    // Names of namespaces and Services are DNS labels: nothing in them needs escaping.
    private static string Labels(BackendCounters backend) =>
        $"namespace=\"{backend.Namespace}\",service=\"{backend.Service}\"";

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
