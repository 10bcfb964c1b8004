using System.Globalization;
using System.Text;

namespace UserService.Metrics;

/// <summary>Writes metrics in the Prometheus text exposition format, version 0.0.4.</summary>
sealed class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    readonly StringBuilder _text = new();

    public static string Render(RequestMetrics metrics, string version, string digest)
    {
        var text = new PrometheusText();
        text.BuildDescription(version, digest);
        text.Requests(metrics);
        text.Durations(metrics);
        return text._text.ToString();
    }

    void BuildDescription(string version, string digest)
    {
        Head("user_service_build_info", "gauge", "The version and image digest of this process; always 1.");
        Line("user_service_build_info", $"version=\"{Escape(version)}\",digest=\"{Escape(digest)}\"", 1);
    }

    void Requests(RequestMetrics metrics)
    {
        Head("http_requests_total", "counter", "Requests by method, route and status.");
        foreach (var (method, route, counters) in metrics.All())
        {
            foreach (var (status, count) in counters.ByStatus())
                Line("http_requests_total", $"{Labels(method, route)},status=\"{status}\"", count);
        }
    }

    void Durations(RequestMetrics metrics)
    {
        const string Name = "http_request_duration_seconds";
        Head(Name, "histogram", "Time from the first byte of a request to the last of its response, in seconds.");
        foreach (var (method, route, counters) in metrics.All())
        {
            var labels = Labels(method, route);
            var cumulative = counters.CumulativeByDuration();
            for (var i = 0; i < RequestCounters.EdgesInSeconds.Length; i++)
                Line($"{Name}_bucket", $"{labels},le=\"{Number(RequestCounters.EdgesInSeconds[i])}\"", cumulative[i]);

            Line($"{Name}_bucket", $"{labels},le=\"+Inf\"", cumulative[^1]);
            Line($"{Name}_sum", labels, counters.TotalDuration.TotalSeconds);
            Line($"{Name}_count", labels, cumulative[^1]);
        }
    }

    void Head(string name, string type, string help) =>
        _text.Append($"# HELP {name} {help}\n").Append($"# TYPE {name} {type}\n");

    void Line(string name, string labels, double value) => _text.Append($"{name}{{{labels}}} {Number(value)}\n");

    static string Labels(string method, string route) => $"method=\"{method}\",route=\"{Escape(route)}\"";

    static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    static string Escape(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
