using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;
using Pipeline.Core.Environments;
using Pipeline.Core.Tests.Analysis;
using Pipeline.Core.Tests.Rollouts;

namespace Pipeline.Core.Tests.Environments;

public sealed class SourceRulesTests
{
    private static readonly MetricDefinition Gauge = Stages.ErrorRate with
    {
        Name = "orders",
        Kind = new MetricKind.Gauge { WorseWhen = Direction.LowerIsWorse, WorseThanStableBy = Percent.Of(10) },
        Source = new MetricSource.Prometheus { Query = """orders{track="{{track}}"}""" },
    };

    private static DeliveryEnvironment Production => Plans.Service.Environments[0];

    [Fact]
    public void A_source_that_the_environment_lacks_is_refused()
    {
        Assert.Equal(
            [
                "production.Metrics: error rate.Source is the gateway, but GatewayMetrics is missing: it is the address of the gateway's metrics",
                "production.Metrics: orders.Source is Prometheus, but the environment's Prometheus is missing: it has the address",
            ],
            ProblemsOf(
                Production with
                {
                    Metrics = [Stages.ErrorRate with { Source = new MetricSource.Gateway() }, Gauge],
                }
            )
        );
    }

    [Fact]
    public void All_problems_of_a_metric_are_told_at_once()
    {
        var bad = new MetricSource.Prometheus
        {
            Query = """errors{pod="{{pod}}",track="{{track}}"}""",
            Total = "requests",
            Window = TimeSpan.Zero,
            Step = TimeSpan.FromSeconds(5),
        };

        Assert.Equal(
            [
                "production.Metrics: error rate.RollbackAbove is 1 %: it must not be less than SuccessBelow, 2 %",
                "production.Metrics: error rate.Source Query has the unknown placeholder {{pod}}; it may have {{service}}, {{environment}}, {{track}}, {{window}}",
                "production.Metrics: error rate.Source Total does not name {{track}}: both tracks would be judged by the same numbers",
                "production.Metrics: error rate.Source Window is 0 s: it is at least 1 s",
                "production.Metrics: error rate.Source Step is 5 s: only a gauge has points",
                "production.Metrics: error rate.NoData waits for 0 samples: the minimum is at least 1",
            ],
            ProblemsOf(
                Production with
                {
                    Strategy = new RolloutStrategy.BlueGreen(),
                    Metrics =
                    [
                        new MetricDefinition
                        {
                            Name = "error rate",
                            Kind = new MetricKind.ErrorRate(Percent.Of(2), Percent.Of(1)),
                            Source = bad,
                            NoData = new NoDataPolicy.WaitForSamples(0, TimeSpan.FromSeconds(1)),
                        },
                    ],
                }
            )
        );
    }

    [Fact]
    public void A_window_longer_than_a_stage_is_refused()
    {
        var never = Gauge with
        {
            Source = ((MetricSource.Prometheus)Gauge.Source) with { Window = TimeSpan.FromDays(1) },
        };
        var production = Production with
        {
            Metrics = [never],
            Prometheus = new PrometheusServer(new Uri("http://prometheus.example")),
        };

        Assert.StartsWith(
            "production.Metrics: orders.Source Window is 86400 s: it must be shorter than the stage of weight",
            ProblemsOf(production)[0]
        );
    }

    [Fact]
    public void An_address_must_be_one_and_carries_no_password()
    {
        var production = Production with
        {
            GatewayMetrics = new Uri("/-/metrics", UriKind.Relative),
            Prometheus = new PrometheusServer(new Uri("http://ada:secret@prometheus.example"))
            {
                Login = new PrometheusLogin.Bearer { SecretVariable = "" },
            },
        };

        Assert.Equal(
            [
                "production.GatewayMetrics is '/-/metrics': expected an absolute http or https address",
                "production.Prometheus.Address has a user in it: logins belong in Prometheus.Login",
                "production.Prometheus.Login.SecretVariable is empty: it names the environment variable with the secret",
            ],
            ProblemsOf(production)
        );
    }

    private static string[] ProblemsOf(DeliveryEnvironment environment) =>
        [.. (Plans.Service with { Environments = [environment] }).Problems()];
}
