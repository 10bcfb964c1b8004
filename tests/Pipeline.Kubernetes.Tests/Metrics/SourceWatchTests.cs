using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Metrics;

namespace Pipeline.Kubernetes.Tests.Metrics;

public sealed class SourceWatchTests
{
    private readonly SetClock clock = new();

    [Fact]
    public async Task Windows_follow_each_other_from_the_beginning_of_the_stage()
    {
        var server = Good();
        var watch = Watch(server);

        foreach (var second in new[] { 1, 29, 31, 59, 61, 75, 200 })
            await LookAsync(watch, StageEvidence.None, second);

        Assert.Equal(
            ["30", "60", "200"],
            server.Requests.Select(request => request.Uri.Query.Split("&time=")[1]).Distinct()
        );
    }

    [Fact]
    public async Task A_source_that_is_slow_delays_no_look()
    {
        var watch = Watch(new SlowServer());

        var evidence = await LookAsync(watch, StageEvidence.None, 31);
        var later = await LookAsync(watch, evidence, 62);

        Assert.Empty(evidence.Metrics);
        Assert.Empty(later.Metrics);
    }

    [Fact]
    public async Task What_a_source_answers_is_evidence_of_its_metric()
    {
        var watch = Watch(Good());

        var evidence = await LookAsync(watch, StageEvidence.None, 30);
        evidence = await LookAsync(watch, evidence, 60);

        var seen = Assert.Single(evidence.Metrics);
        Assert.Equal(("metric", 800, 8), (seen.Metric, seen.Canary.Requests, seen.Answers.Length));
    }

    private Task<StageEvidence> LookAsync(SourceWatch watch, StageEvidence evidence, int second)
    {
        clock.Now = DateTimeOffset.UnixEpoch.AddSeconds(second);
        return watch.LookAsync(evidence, default);
    }

    private static StubServer Good() => new(_ => StubAnswer.Vector(1000, ("", "400")));

    private SourceWatch Watch(HttpMessageHandler server)
    {
        var sources = new MetricSources(
            TestDelivery.Service,
            TestMetrics.Environment,
            new HttpClient(server),
            secret: null,
            clock
        );
        return new SourceWatch(sources, [TestMetrics.ErrorRate], Track.B, Track.A, clock);
    }

    private sealed class SlowServer : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => new TaskCompletionSource<HttpResponseMessage>().Task;
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
