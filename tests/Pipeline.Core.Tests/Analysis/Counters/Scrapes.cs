using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Exposition;

namespace Pipeline.Core.Tests.Analysis.Counters;

/// <summary>Scrapes of pods as the delivered service would answer them.</summary>
internal static class Scrapes
{
    public static PodScrape Of(string pod, long good, long bad = 0, int restarts = 0) =>
        new(
            pod,
            restarts,
            PrometheusText.Parse(
                "# TYPE http_requests_total counter\n"
                    + $"http_requests_total{{method=\"GET\",route=\"/users\",status=\"200\"}} {good}\n"
                    + (bad == 0 ? "" : $"http_requests_total{{method=\"GET\",route=\"/users\",status=\"500\"}} {bad}\n")
            )
        );

    public static PodScrape Silent(string pod, int restarts = 0) => new(pod, restarts, null);

    public static PodScrape Text(string pod, string text) => new(pod, 0, PrometheusText.Parse(text));

    public static RequestCounts Read(CounterDelta delta) =>
        Assert.IsType<TrackReading.Counted>(new RequestSeries { RoutePrefix = "/users" }.Read(delta)).Counts;
}
