using Pipeline.Core;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Metrics;

namespace Pipeline.Kubernetes.Tests.Metrics;

/// <summary>Metrics of every kind and source, and an environment that has the sources.</summary>
internal static class TestMetrics
{
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    public static MetricSource.Prometheus Errors { get; } =
        new()
        {
            Query = """sum(increase(errors{service="{{service}}",track="{{track}}"}[{{window}}]))""",
            Total = """sum(increase(requests{service="{{service}}",track="{{track}}"}[{{window}}]))""",
        };

    public static MetricDefinition ErrorRate { get; } =
        Define(new MetricKind.ErrorRate(SuccessBelow: Percent.Of(1), RollbackAbove: Percent.Of(5)), Errors);

    public static MetricDefinition Latency { get; } =
        Define(
            new MetricKind.Latency(95, TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(1000)),
            new MetricSource.Prometheus
            {
                Query = """sum by (le) (increase(seconds_bucket{track="{{track}}"}[{{window}}]))""",
            }
        );

    public static MetricDefinition Orders { get; } =
        Define(
            new MetricKind.Gauge { WorseWhen = Direction.LowerIsWorse, WorseThanStableBy = Percent.Of(10) },
            new MetricSource.Prometheus
            {
                Query = """sum(rate(orders_total{track="{{track}}"}[{{window}}])) * 60""",
                Step = TimeSpan.FromSeconds(10),
            }
        );

    public static DeliveryEnvironment Environment { get; } =
        TestDelivery.Production with
        {
            Prometheus = new PrometheusServer(new Uri("http://prometheus.example:9090")),
            GatewayMetrics = new Uri("http://gateway.example/-/metrics"),
        };

    public static MetricDefinition Define(MetricKind kind, MetricSource source) =>
        new()
        {
            Name = "metric",
            Kind = kind,
            Source = source,
            NoData = new NoDataPolicy.Hold(),
            ComparedWithStable = false,
        };

    public static IMetricSource Open(
        MetricDefinition metric,
        StubServer server,
        Track? stable = Track.A,
        TimeProvider? clock = null
    ) =>
        new MetricSources(
            TestDelivery.Service,
            Environment,
            server.Client(),
            secret: null,
            clock ?? TimeProvider.System
        ).Open(metric, Track.B, stable)!;
}
