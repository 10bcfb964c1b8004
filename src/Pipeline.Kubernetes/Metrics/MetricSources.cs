using System.Globalization;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Metrics.Prometheus;

namespace Pipeline.Kubernetes.Metrics;

/// <summary>The sources of an environment's metrics beside its pods.</summary>
/// <param name="service">The service.</param>
/// <param name="environment">The environment, whose definition has no problems.</param>
/// <param name="http">Asks them.</param>
/// <param name="secret">Token or password of the Prometheus login; null without a login.</param>
/// <param name="clock">The time.</param>
public sealed class MetricSources(
    ServiceDefinition service,
    DeliveryEnvironment environment,
    HttpClient http,
    string? secret,
    TimeProvider clock
)
{
    /// <summary>The source of a metric, for one stage.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="canary">The new track.</param>
    /// <param name="stable">The stable track; null when it has no traffic.</param>
    /// <returns>Null when the pods tell the metric.</returns>
    public IMetricSource? Open(MetricDefinition metric, Track canary, Track? stable) =>
        metric.Source switch
        {
            MetricSource.Gateway { Series: var series } => new GatewayMetricSource(
                http,
                environment.GatewayMetrics!,
                series.Of(environment.Name, service.Names.ForTrack(canary)),
                stable is { } old ? series.Of(environment.Name, service.Names.ForTrack(old)) : null,
                clock
            ),
            MetricSource.Prometheus prometheus => new PrometheusMetricSource(
                new PrometheusClient(http, environment.Prometheus!, secret, clock),
                metric.Kind,
                prometheus,
                (track, name) => ValueOf(prometheus, track, name),
                canary,
                stable
            ),
            _ => null,
        };

    private string ValueOf(MetricSource.Prometheus source, Track track, QueryPlaceholder name) =>
        name switch
        {
            QueryPlaceholder.Service => service.Name,
            QueryPlaceholder.Environment => environment.Name,
            QueryPlaceholder.Track => track.Label(),
            QueryPlaceholder.Window => Duration(source.Step ?? source.Window),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "expected a known placeholder"),
        };

    private static string Duration(TimeSpan time) =>
        time.TotalSeconds % 1 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds}s")
            : string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalMilliseconds}ms");
}
