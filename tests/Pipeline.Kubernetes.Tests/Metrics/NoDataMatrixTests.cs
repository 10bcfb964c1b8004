using System.Net;
using Pipeline.Core;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Metrics;

namespace Pipeline.Kubernetes.Tests.Metrics;

/// <summary>What becomes of everything that a source may answer instead of good numbers, policy by policy.</summary>
public sealed class NoDataMatrixTests
{
    private const string Table = """
        source      answer           Fail  Hold  Pass  Wait  Wait-over
        pods        good             pass  pass  pass  pass  pass
        pods        NaN              fail  hold  pass  hold  not-proved
        pods        +Inf             fail  hold  pass  hold  not-proved
        pods        -Inf             fail  hold  pass  hold  not-proved
        pods        empty            fail  hold  pass  hold  not-proved
        pods        null             fail  hold  pass  hold  not-proved
        pods        404              fail  hold  pass  hold  not-proved
        pods        500              fail  hold  pass  hold  not-proved
        pods        time-out         fail  hold  pass  hold  not-proved
        pods        stale            fail  hold  pass  hold  not-proved
        pods        several-series   pass  pass  pass  pass  pass
        pods        counter-reset    pass  pass  pass  pass  pass
        pods        missing-bucket   fail  hold  pass  hold  not-proved
        gateway     good             pass  pass  pass  pass  pass
        gateway     NaN              fail  hold  pass  hold  not-proved
        gateway     +Inf             fail  hold  pass  hold  not-proved
        gateway     -Inf             fail  hold  pass  hold  not-proved
        gateway     empty            fail  hold  pass  hold  not-proved
        gateway     null             fail  hold  pass  hold  not-proved
        gateway     404              fail  hold  pass  hold  not-proved
        gateway     500              fail  hold  pass  hold  not-proved
        gateway     time-out         fail  hold  pass  hold  not-proved
        gateway     stale            fail  hold  pass  hold  not-proved
        gateway     several-series   pass  pass  pass  pass  pass
        gateway     counter-reset    pass  pass  pass  pass  pass
        gateway     missing-bucket   fail  hold  pass  hold  not-proved
        prometheus  good             pass  pass  pass  pass  pass
        prometheus  NaN              fail  hold  pass  hold  not-proved
        prometheus  +Inf             fail  hold  pass  hold  not-proved
        prometheus  -Inf             fail  hold  pass  hold  not-proved
        prometheus  empty            fail  hold  pass  hold  not-proved
        prometheus  null             fail  hold  pass  hold  not-proved
        prometheus  404              fail  hold  pass  hold  not-proved
        prometheus  500              fail  hold  pass  hold  not-proved
        prometheus  time-out         fail  hold  pass  hold  not-proved
        prometheus  stale            fail  hold  pass  hold  not-proved
        prometheus  several-series   fail  hold  pass  hold  not-proved
        prometheus  counter-reset    pass  pass  pass  pass  pass
        prometheus  missing-bucket   fail  hold  pass  hold  not-proved
        """;

    private static readonly NoDataPolicy Wait = new NoDataPolicy.WaitForSamples(100, TimeSpan.FromSeconds(30));

    public static TheoryData<string, string, string, string> Rows
    {
        get
        {
            var lines = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            var rows = new TheoryData<string, string, string, string>();
            foreach (var row in lines.Skip(1))
            foreach (var (column, policy) in lines.First().Skip(2).Index())
                rows.Add(row[0], row[1], policy, row[column + 2]);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_answer_leads_to_the_verdict_of_its_policy(
        string source,
        string answer,
        string policy,
        string verdict
    )
    {
        var kind = answer == "missing-bucket" ? TestMetrics.Latency : TestMetrics.ErrorRate;
        var metric = kind with
        {
            NoData = policy switch
            {
                "Fail" => new NoDataPolicy.Fail(),
                "Hold" => new NoDataPolicy.Hold(),
                "Pass" => new NoDataPolicy.Pass(),
                _ => Wait,
            },
        };

        var evidence = source switch
        {
            "pods" => await PodsAsync(metric = metric with { Source = new MetricSource.Pods() }, answer),
            "gateway" => await GatewayAsync(metric = metric with { Source = new MetricSource.Gateway() }, answer),
            _ => await PrometheusAsync(metric, answer),
        };

        Assert.Equal(verdict, Judge(metric, evidence, seconds: policy == "Wait-over" ? 30 : 10));
    }

    private static string Judge(MetricDefinition metric, StageEvidence evidence, int seconds)
    {
        var rules = new StageRules
        {
            Metrics = [metric],
            MaximumDuration = TimeSpan.FromMinutes(5),
            JudgedStages = 1,
        };
        return StageJudge.Judge(rules, evidence, TimeSpan.FromSeconds(seconds)) switch
        {
            Verdict.Pass => "pass",
            Verdict.Fail => "fail",
            Verdict.Continue => "hold",
            _ => "not-proved",
        };
    }

    private static async Task<StageEvidence> PodsAsync(MetricDefinition metric, string answer)
    {
        const string Pods = """{"items":[{"metadata":{"name":"b-1"},"status":{"phase":"Running"}}]}""";
        var looks = 0;
        var api = new StubApi(request =>
        {
            if (!request.Path.EndsWith("/metrics", StringComparison.Ordinal))
                return (HttpStatusCode.OK, Pods);
            var given = Text(answer, looks++);
            return (given.Status, given.Body);
        });
        var source = new PodMetricSource(api.Client(), TestDelivery.Service, "production", TimeProvider.System);
        var series = new RequestSeries { RoutePrefix = "/users" };

        var (ledger, evidence) = (CounterLedger.Begin([]), StageEvidence.None);
        for (var look = 0; look < 2; look++)
        {
            (ledger, var delta) = ledger.Add(await source.ScrapeAsync(Track.B, default));
            evidence = evidence.With(series.Read(delta), stable: null, TrackHealth.Good);
        }

        return evidence;
    }

    private static async Task<StageEvidence> GatewayAsync(MetricDefinition metric, string answer)
    {
        var looks = 0;
        var server = new StubServer(_ =>
            looks++ == 0 ? new StubAnswer(HttpStatusCode.OK, "") : Text(answer, looks - 2)
        );
        var source = TestMetrics.Open(metric, server, stable: null);

        Assert.Null(await source.LookAsync(DateTimeOffset.UnixEpoch, default));
        return await LookTwiceAsync(source);
    }

    private static async Task<StageEvidence> PrometheusAsync(MetricDefinition metric, string answer)
    {
        var clock = new ManualClock();
        var server = new StubServer(uri =>
            metric.Kind is MetricKind.Latency
                ? StubAnswer.Vector(0, ("\"le\":\"0.5\"", "400"), ("\"le\":\"+Inf\"", "400"))
                : Value(answer, uri.Query.Contains("errors", StringComparison.Ordinal) ? "0" : "400")
        );
        var source = TestMetrics.Open(metric, server, stable: null, clock);

        return await clock.RunAsync(() => LookTwiceAsync(source));
    }

    private static async Task<StageEvidence> LookTwiceAsync(IMetricSource source)
    {
        var evidence = StageEvidence.None;
        for (var look = 0; look < 2; look++)
            evidence = evidence.With("metric", (await source.LookAsync(DateTimeOffset.UnixEpoch, default))!);
        return evidence;
    }

    private static StubAnswer Value(string answer, string good) =>
        answer switch
        {
            "NaN" or "+Inf" or "-Inf" => StubAnswer.Vector(0, ("", answer)),
            "empty" => StubAnswer.Vector(0),
            "null" => StubAnswer.Json(
                """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[0,null]}]}}"""
            ),
            "404" => new StubAnswer(HttpStatusCode.NotFound, "404 page not found", "text/plain"),
            "500" => new StubAnswer(HttpStatusCode.InternalServerError, "<html>oops</html>", "text/html"),
            "time-out" => throw new TaskCanceledException(),
            "stale" => StubAnswer.Vector(-31, ("", good)),
            "several-series" => StubAnswer.Vector(0, ("\"pod\":\"b-1\"", good), ("\"pod\":\"b-2\"", good)),
            _ => StubAnswer.Vector(0, ("", good)),
        };

    private static StubAnswer Text(string answer, int look) =>
        answer switch
        {
            "NaN" or "+Inf" or "-Inf" => Counted(answer),
            "empty" => new StubAnswer(HttpStatusCode.OK, ""),
            "null" => new StubAnswer(HttpStatusCode.OK, "null"),
            "404" => new StubAnswer(HttpStatusCode.NotFound, "404 page not found"),
            "500" => new StubAnswer(HttpStatusCode.InternalServerError, "oops"),
            "time-out" => throw new TaskCanceledException(),
            "stale" => Counted($"{400 * (look + 1)} 1000"),
            "several-series" => new StubAnswer(
                HttpStatusCode.OK,
                Counted($"{400 * (look + 1)}").Body + Line("400", "/users/7")
            ),
            "counter-reset" => Counted(look == 0 ? "400" : "300"),
            "missing-bucket" => new StubAnswer(HttpStatusCode.OK, Buckets(400 * (look + 1))),
            _ => Counted($"{400 * (look + 1)}"),
        };

    private static StubAnswer Counted(string value) =>
        new(
            HttpStatusCode.OK,
            $"# TYPE http_requests_total counter\n# TYPE gateway_requests_total counter\n{Line(value, "/users")}"
        );

    private static string Line(string value, string route) =>
        $$"""
            http_requests_total{route="{{route}}",status="200"} {{value}}
            gateway_requests_total{namespace="production",service="user-service-b",code="200",path="{{route}}"} {{value}}

            """;

    private static string Buckets(int count) =>
        string.Concat(
            new[]
            {
                ("http_request_duration_seconds", "route=\"/users\""),
                ("gateway_request_duration_seconds", "namespace=\"production\",service=\"user-service-b\""),
            }.Select(series =>
                $$"""
                    # TYPE {{series.Item1}} histogram
                    {{series.Item1}}_bucket{{{series.Item2}},le="0.5"} {{count}}
                    {{series.Item1}}_bucket{{{series.Item2}},le="+Inf"} {{count}}

                    """
            )
        );
}
