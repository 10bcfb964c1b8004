using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Tests.Rollouts;

public sealed class RolloutExecutorTests
{
    [Fact]
    public async Task A_canary_is_carried_out_to_its_standby()
    {
        var cluster = new InMemoryCluster();

        var end = await RunAsync(cluster, CancellationToken.None);

        Assert.Equal(RolloutPhase.Standby, end.Phase);
        Assert.Equal(Percent.Full, cluster.Weight);
        Assert.Equal(end, cluster.Saved);
    }

    [Fact]
    public async Task The_state_is_written_before_its_effects()
    {
        var cluster = new InMemoryCluster();

        await RunAsync(cluster, CancellationToken.None);

        Assert.All(cluster.Effects, effect => Assert.Equal(effect.Phase, effect.SavedPhase));
    }

    [Fact]
    public async Task Stopping_in_the_middle_of_the_canary_returns_all_traffic_and_then_ends()
    {
        using var stop = new CancellationTokenSource();
        var cluster = new InMemoryCluster { OnJudging = stop.Cancel };

        var end = await RunAsync(cluster, stop.Token);

        Assert.Equal(RolloutOutcome.Aborted, end.Outcome);
        Assert.Equal(RolloutPhase.Finished, end.Phase);
        Assert.Equal(Percent.Zero, cluster.Weight);
        Assert.Equal(Track.A, cluster.Front);
    }

    [Fact]
    public async Task What_is_given_up_from_the_start_goes_no_step_further()
    {
        var cluster = new InMemoryCluster();
        var left = InMemoryCluster.Start with { Phase = RolloutPhase.Shifting };

        var end = await RunAsync(cluster, new CancellationToken(canceled: true), left);

        Assert.Equal(RolloutOutcome.Aborted, end.Outcome);
        Assert.DoesNotContain(RolloutPhase.Shifting, cluster.Effects.Select(effect => effect.Phase));
    }

    [Fact]
    public async Task A_return_that_was_left_in_the_middle_is_finished_even_by_a_run_that_is_being_stopped()
    {
        var cluster = new InMemoryCluster();
        var left = InMemoryCluster.Start with { Phase = RolloutPhase.Returning, Outcome = RolloutOutcome.RolledBack };

        var end = await RunAsync(cluster, new CancellationToken(canceled: true), left);

        Assert.Equal((RolloutPhase.Finished, RolloutOutcome.RolledBack), (end.Phase, end.Outcome));
    }

    [Fact]
    public async Task A_rollout_that_a_person_holds_goes_on_when_they_say_so()
    {
        var cluster = new InMemoryCluster
        {
            Request = Request(RequestKind.Hold),
            OnHeld = held => held.Request = Request(RequestKind.Resume),
        };

        var end = await RunAsync(cluster, CancellationToken.None);

        Assert.Equal(RolloutPhase.Standby, end.Phase);
        Assert.Equal([RequestKind.Hold, RequestKind.Resume], end.Requests.Select(request => request.Kind));
    }

    [Fact]
    public async Task A_standby_that_a_person_undoes_gives_all_traffic_back()
    {
        var cluster = new InMemoryCluster();
        await RunAsync(cluster, CancellationToken.None);
        cluster.Request = Request(RequestKind.Undo);

        var end = await RunAsync(cluster, CancellationToken.None);

        Assert.Equal((RolloutPhase.Finished, "undone by anna: errors"), (end.Phase, end.Reason));
        Assert.Equal((Percent.Zero, Track.A), (cluster.Weight, cluster.Front));
    }

    [Fact]
    public async Task An_abort_that_waits_for_an_executor_is_the_first_thing_it_does()
    {
        var cluster = new InMemoryCluster { Request = Request(RequestKind.Abort) };
        var left = InMemoryCluster.Start with { Phase = RolloutPhase.Shifting };

        await RunAsync(cluster, CancellationToken.None, left);

        Assert.DoesNotContain(RolloutPhase.Shifting, cluster.Effects.Select(effect => effect.Phase));
    }

    [Fact]
    public async Task An_executor_that_dies_after_any_write_is_continued_by_the_next_one()
    {
        var undisturbed = new InMemoryCluster();
        await RunAsync(undisturbed, CancellationToken.None);

        for (var deadly = 1; deadly <= undisturbed.Writes; deadly++)
        {
            var cluster = new InMemoryCluster { DiesAfterWrite = deadly };
            await Assert.ThrowsAsync<ExecutorDiedException>(() => RunAsync(cluster, CancellationToken.None));

            var end = await RunAsync(cluster, CancellationToken.None);

            Assert.Equal(RolloutPhase.Standby, end.Phase);
            Assert.Equal(undisturbed.Changes, cluster.Changes);
        }
    }

    private static OperatorRequest Request(RequestKind kind) =>
        new()
        {
            Id = $"{kind}",
            Rollout = InMemoryCluster.Start.Plan.Id,
            Kind = kind,
            By = "anna",
            Why = "errors",
            At = DateTimeOffset.UnixEpoch,
        };

    private static Task<RolloutState> RunAsync(
        InMemoryCluster cluster,
        CancellationToken stop,
        RolloutState? start = null
    )
    {
        var executor = new RolloutExecutor(cluster, cluster, TimeProvider.System, _ => { });
        return executor.RunAsync(start ?? cluster.Saved ?? InMemoryCluster.Start, stop);
    }
}
