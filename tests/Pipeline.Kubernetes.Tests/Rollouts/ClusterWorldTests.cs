using System.Net;
using System.Text.Json.Nodes;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;

namespace Pipeline.Kubernetes.Tests.Rollouts;

/// <summary>Whole rollouts by the executor against an API server in memory.</summary>
public sealed class ClusterWorldTests
{
    [Fact]
    public async Task A_good_canary_takes_over_stage_by_stage()
    {
        var production = await StubProduction.ServingAsync();

        var end = await production.RunAsync(production.Begin());

        Assert.Equal((RolloutPhase.Standby, RolloutOutcome.Promoted), (end.Phase, end.Outcome));
        Assert.Equal([95, 75, 0], WeightsOfA(production));
        Assert.Equal(Track.B, await production.Tracks.FrontAsync(default));
        Assert.Equal("1.2.3", (string?)production.Cluster.Find(Paths.History(1))!["data"]!["version"]);
        Assert.Equal(5, ReplicasOf(production, Paths.TrackA));
    }

    [Fact]
    public async Task Pods_are_ready_before_each_weight_is_written()
    {
        var production = await StubProduction.ServingAsync();

        await production.RunAsync(production.Begin());

        Assert.Equal(
            [Paths.TrackB, Paths.Route, Paths.TrackB, Paths.Route, Paths.TrackB, Paths.Route],
            production
                .Cluster.Changes.Select(change => change.Split(' ')[1])
                .Where(path => path is Paths.TrackB or Paths.Route)
        );
    }

    [Fact]
    public async Task A_canary_with_errors_is_rolled_back_in_one_write()
    {
        var production = await StubProduction.ServingAsync();
        production.Traffic.ErrorRate = track => track == Track.B ? Percent.Of(10) : Percent.Zero;

        var end = await production.RunAsync(production.Begin());

        Assert.Equal((RolloutPhase.Finished, RolloutOutcome.RolledBack), (end.Phase, end.Outcome));
        Assert.StartsWith("error rate 10 % of 50 requests", end.Reason);
        Assert.Equal([95, 100], WeightsOfA(production));
        Assert.Equal(Track.A, await production.Tracks.FrontAsync(default));
        Assert.Equal(0, ReplicasOf(production, Paths.TrackB));
    }

    [Fact]
    public async Task Too_few_requests_end_as_not_proved()
    {
        var production = await StubProduction.ServingAsync();
        production.Traffic.RequestsPerLook = 20;

        var end = await production.RunAsync(production.Begin());

        Assert.Equal(RolloutOutcome.NotProved, end.Outcome);
        Assert.Equal(100, production.Traffic.WeightOfA);
    }

    [Fact]
    public async Task Traffic_that_does_not_follow_the_route_holds_the_stage_and_says_so()
    {
        var production = await StubProduction.ServingAsync();
        production.Traffic.ShareOfA = Percent.Of(50);

        var end = await production.RunAsync(production.Begin());

        const string Sentence = "its weight is 5 %: the route was written, but the traffic did not follow";
        Assert.Equal(RolloutOutcome.NotProved, end.Outcome);
        Assert.EndsWith(Sentence, end.Reason);
        Assert.EndsWith(Sentence, production.Looks[^1].Judged.Sentence);
    }

    [Fact]
    public async Task A_failed_smoke_check_ends_before_any_traffic_moved()
    {
        var production = await StubProduction.ServingAsync();
        production.Traffic.Smoke = HttpStatusCode.InternalServerError;

        var end = await production.RunAsync(production.Begin());

        Assert.Equal("smoke check of track b: GET /health answered 500, expected 200", end.Reason);
        Assert.Empty(WeightsOfA(production));
    }

    [Fact]
    public async Task Pods_that_never_become_ready_are_asked_about_a_few_times_a_second_until_the_deadline()
    {
        var production = await StubProduction.ServingAsync();
        production.Cluster.PodsBecomeReady = false;
        production.Cluster.ContainerStatus = _ =>
            """{"name":"app","ready":false,"state":{"waiting":{"reason":"CrashLoopBackOff"}}}""";
        var impatient = StubProduction.Environment with { ReadinessDeadline = TimeSpan.FromSeconds(10) };

        var end = await production.RunAsync(production.Begin(impatient));

        Assert.Equal(RolloutOutcome.NeverReady, end.Outcome);
        Assert.Equal("0 of 1 pods were ready after 10 s: pod user-service-b-1: CrashLoopBackOff", end.Reason);
        Assert.Equal(TimeSpan.FromSeconds(10), production.Clock.Elapsed);
        Assert.InRange(production.Cluster.Api.Requests.Count(request => request.Path == Paths.TrackB), 40, 60);
    }

    [Fact]
    public async Task Someone_elses_weight_is_left_as_it_is()
    {
        var production = await StubProduction.ServingAsync();
        var route = production.Cluster.Find(Paths.Route)!.DeepClone();
        route["metadata"]!["annotations"]![ObjectMarks.EpochAnnotation] = "9";
        production.Cluster.Put(Paths.Route, route.ToJsonString());

        var end = await production.RunAsync(production.Begin());

        Assert.Equal((RolloutPhase.Finished, RolloutOutcome.Displaced), (end.Phase, end.Outcome));
        Assert.Empty(WeightsOfA(production));
    }

    [Fact]
    public async Task A_route_that_is_edited_while_a_stage_is_judged_is_left_to_its_editor()
    {
        var production = await StubProduction.ServingAsync();
        production.Cluster.Instead = request =>
        {
            if (request.Path.EndsWith("/metrics") && production.Looks.Count == 0)
                Edit(production);
            return null;
        };

        var end = await production.RunAsync(production.Begin());

        Assert.Equal(RolloutOutcome.Displaced, end.Outcome);
        Assert.Equal(50, production.Traffic.WeightOfA);
    }

    [Fact]
    public async Task A_stage_that_is_held_is_judged_on_and_goes_back_when_it_turns_bad()
    {
        var production = await StubProduction.ServingAsync();
        production.Traffic.ErrorRate = track =>
            track == Track.B && production.Looks.Count > 50 ? Percent.Of(20) : Percent.Zero;
        var held = production.Begin() with
        {
            Phase = RolloutPhase.Held,
            HeldPhase = RolloutPhase.Judging,
            Stage = 1,
            Epoch = 2,
        };
        await production.Tracks.InstallAsync(Track.B, StubProduction.New, 2, default);
        await production.Router.SetAsync(Track.B, Percent.Of(25), 1, default);

        var end = await production.RunAsync(held);

        Assert.Equal(RolloutOutcome.RolledBack, end.Outcome);
        Assert.True(production.Clock.Elapsed > TimeSpan.FromSeconds(20));
        Assert.Equal(100, production.Traffic.WeightOfA);
    }

    [Fact]
    public async Task A_front_Service_that_was_deleted_is_made_again()
    {
        var production = await StubProduction.ServingAsync();
        production.Cluster.Remove(Paths.Front);

        await production.Tracks.SwitchFrontAsync(Track.B, default);

        Assert.Equal(Track.B, await production.Tracks.FrontAsync(default));
    }

    [Fact]
    public async Task A_route_that_is_gone_ends_the_rollout()
    {
        var production = await StubProduction.ServingAsync();
        production.Cluster.Instead = request =>
        {
            if (request is { Method: "PATCH", Path: var path } && path.StartsWith(Paths.TrackB))
                production.Cluster.Remove(Paths.Route);
            return null;
        };

        var end = await production.RunAsync(production.Begin());

        Assert.Equal(RolloutOutcome.Displaced, end.Outcome);
    }

    [Fact]
    public async Task A_run_that_is_interrupted_while_judging_sends_all_traffic_back()
    {
        using var stop = new CancellationTokenSource();
        var production = await StubProduction.ServingAsync();
        production.Cluster.Instead = request =>
        {
            if (request.Path.EndsWith("/metrics"))
                stop.Cancel();
            return null;
        };

        var end = await production.RunAsync(production.Begin(), stop.Token);

        Assert.Equal((RolloutOutcome.Aborted, "the run was interrupted"), (end.Outcome, end.Reason));
        Assert.Equal([95, 100], WeightsOfA(production));
    }

    [Fact]
    public async Task A_return_to_weights_that_never_moved_writes_none()
    {
        var production = await StubProduction.ServingAsync();
        var returning = production.Begin() with { Phase = RolloutPhase.Returning, Outcome = RolloutOutcome.NeverReady };

        await production.RunAsync(returning);

        Assert.Empty(WeightsOfA(production));
    }

    [Fact]
    public async Task A_standby_that_is_over_scales_the_old_track_down()
    {
        var production = await StubProduction.ServingAsync();
        var over = production.Begin() with { Phase = RolloutPhase.Retiring, Outcome = RolloutOutcome.Promoted };

        var end = await production.RunAsync(over);

        Assert.Equal(RolloutPhase.Finished, end.Phase);
        Assert.Equal(0, ReplicasOf(production, Paths.TrackA));
    }

    [Fact]
    public async Task A_stage_can_only_be_judged_by_the_rules_of_a_canary()
    {
        var production = await StubProduction.ServingAsync();
        var world = production.World(StubProduction.Environment with { Strategy = new RolloutStrategy.BlueGreen() });
        var judging = production.Begin() with { Phase = RolloutPhase.Judging };

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => world.ObserveAsync(judging, default));

        Assert.Equal("production: only the stages of a canary are judged", problem.Message);
    }

    private static void Edit(StubProduction production)
    {
        var route = production.Cluster.Find(Paths.Route)!.DeepClone();
        route["spec"]!["rules"]![0]!["backendRefs"]![0]!["weight"] = 50;
        route["spec"]!["rules"]![0]!["backendRefs"]![1]!["weight"] = 50;
        production.Cluster.Put(Paths.Route, route.ToJsonString());
    }

    // What was written to the route, write by write.
    private static IEnumerable<int> WeightsOfA(StubProduction production) =>
        production
            .Cluster.Api.Requests.Where(request =>
                request is { Method: "PATCH", ContentType: "application/json-patch+json" }
            )
            .Skip(1)
            .Select(request =>
                JsonNode
                    .Parse(request.Body)!
                    .AsArray()
                    .Single(operation =>
                        (string?)operation!["path"] == "/spec/rules/0/backendRefs/0/weight"
                        && (string?)operation["op"] == "replace"
                    )!["value"]!.GetValue<int>()
            );

    private static int ReplicasOf(StubProduction production, string path) =>
        (int)production.Cluster.Find(path)!["spec"]!["replicas"]!;
}
