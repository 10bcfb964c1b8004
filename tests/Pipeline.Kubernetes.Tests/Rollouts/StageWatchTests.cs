using Pipeline.Core;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Tests.Rollouts;

public sealed class StageWatchTests
{
    private static readonly RequestSeries Series = new() { RoutePrefix = "/users" };

    [Fact]
    public async Task What_the_pods_counted_before_the_stage_is_no_evidence()
    {
        var production = await JudgingAsync();
        await production.Metrics.ScrapeAsync(Track.B, default);
        var watch = await WatchAsync(production);

        await LookAsync(watch, production);

        Assert.Equal(50, watch.Evidence.Canary.Requests);
        Assert.Equal(950, watch.Evidence.Stable.Requests);
    }

    [Fact]
    public async Task Enough_requests_without_errors_pass()
    {
        var production = await JudgingAsync();
        var watch = await WatchAsync(production);

        var looks = new List<StageRecord>();
        for (var look = 0; look < 10; look++)
            looks.Add(await LookAsync(watch, production));

        Assert.IsType<Verdict.Continue>(looks[0].Verdict);
        Assert.IsType<Verdict.Pass>(looks[^1].Verdict);
    }

    [Fact]
    public async Task Restarts_since_the_stage_began_fail_it_even_if_other_pods_are_gone()
    {
        var production = await JudgingAsync();
        production.Cluster.ContainerStatus = pod => Restarted(pod == "user-service-b-2" ? 3 : 0);
        await production.Tracks.ScaleAsync(Track.B, 2, default);
        var watch = await WatchAsync(production);
        await production.Tracks.ScaleAsync(Track.B, 1, default);
        production.Cluster.ContainerStatus = _ => Restarted(2);

        var record = await LookAsync(watch, production);

        var failure = Assert.IsType<Verdict.Fail>(record.Verdict);
        Assert.Equal("containers of the new version restarted 2 times, 0 are allowed", failure.Sentence);
    }

    [Fact]
    public async Task Restarts_from_before_the_stage_are_not_held_against_it()
    {
        var production = await JudgingAsync();
        production.Cluster.ContainerStatus = _ => Restarted(3);
        var watch = await WatchAsync(production);

        var record = await LookAsync(watch, production);

        Assert.Equal(0, record.Evidence.Health.Restarts);
    }

    [Fact]
    public async Task Pods_that_are_silent_are_missed()
    {
        var production = await JudgingAsync();
        var watch = await WatchAsync(production);
        production.Traffic.SilentPods.Add("user-service-b-1");

        var record = await LookAsync(watch, production);

        Assert.Equal(1, record.Evidence.Health.NotReady);
    }

    [Fact]
    public async Task The_next_stage_begins_without_evidence_but_knows_the_comparison_so_far()
    {
        var production = await JudgingAsync();
        var first = await WatchAsync(production);
        await LookAsync(first, production);

        var second = await WatchAsync(production, stage: 1, first);

        Assert.Equal(0, second.Evidence.Canary.Requests);
        Assert.Equal(first.Evidence.Ticks.ToArray(), second.Evidence.Earlier.ToArray());
    }

    [Fact]
    public async Task At_full_weight_there_is_nothing_to_compare_with_and_no_share_to_check()
    {
        var production = await JudgingAsync();
        var watch = await WatchAsync(production, stage: 2);

        await LookAsync(watch, production);

        Assert.Equal(0, watch.Evidence.Stable.Requests);
        Assert.Null(watch.Share());
    }

    [Theory]
    [InlineData(95, typeof(ShareVerdict.Matches))]
    [InlineData(60, typeof(ShareVerdict.Deviates))]
    public async Task The_split_of_the_traffic_is_compared_with_the_weight(int shareOfA, Type verdict)
    {
        var production = await JudgingAsync();
        production.Traffic.ShareOfA = Percent.Of(shareOfA);
        var watch = await WatchAsync(production);

        await LookAsync(watch, production);

        Assert.IsType(verdict, watch.Share());
    }

    private static string Restarted(int times) => $$"""{"name":"app","ready":true,"restartCount":{{times}}}""";

    // The canary's single pod gets its five percent.
    private static async Task<StubProduction> JudgingAsync()
    {
        var production = await StubProduction.ServingAsync();
        await production.Tracks.InstallAsync(Track.B, StubProduction.New, replicas: 1, default);
        production.Traffic.ShareOfA = Percent.Of(95);
        return production;
    }

    private static Task<StageWatch> WatchAsync(StubProduction production, int stage = 0, StageWatch? before = null)
    {
        var state = production.Begin() with { Phase = RolloutPhase.Judging, Stage = stage };
        var rules = StubProduction.Environment.RulesOf(
            (RolloutStrategy.Canary)StubProduction.Environment.Strategy,
            stage
        );
        return StageWatch.BeginAsync(production.Metrics, state, rules, Series, others: null, before, default);
    }

    private static Task<StageRecord> LookAsync(StageWatch watch, StubProduction production) =>
        watch.LookAsync(production.Clock.Elapsed, "0.0.0", default);
}
