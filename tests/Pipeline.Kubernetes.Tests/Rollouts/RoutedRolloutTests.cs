using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;

namespace Pipeline.Kubernetes.Tests.Rollouts;

/// <summary>Whole rollouts, with each kind of routing.</summary>
public sealed class RoutedRolloutTests
{
    [Fact]
    public async Task A_canary_goes_through_an_Istio_route()
    {
        var production = await StubProduction.ServingAsync(With(new TrafficRouting.IstioRoute()));

        var end = await production.RunAsync(production.Begin());

        Assert.Equal((RolloutPhase.Standby, RolloutOutcome.Promoted), (end.Phase, end.Outcome));
        Assert.Equal(Percent.Full, (await production.Router.ReadAsync(default))!.WeightOf(Track.B));
    }

    [Fact]
    public async Task Blue_green_goes_through_the_selector_of_the_front_Service_and_back()
    {
        var environment = With(new TrafficRouting.ServiceSelector()) with
        {
            Strategy = new RolloutStrategy.BlueGreen(),
        };
        var production = await StubProduction.ServingAsync(environment);

        var end = await production.RunAsync(production.Begin());
        var switched = await production.Tracks.FrontAsync(default);
        var back = RolloutMachine.Advance(end, Undo(end), production.Clock.GetUtcNow()).State;
        await production.RunAsync(back);

        Assert.Equal((RolloutPhase.Standby, Track.B), (end.Phase, switched!.Value));
        Assert.Equal(Track.A, await production.Tracks.FrontAsync(default));
    }

    [Fact]
    public async Task A_canary_goes_by_the_number_of_pods_where_nothing_else_divides_the_traffic()
    {
        var production = await StubProduction.ServingAsync(With(new TrafficRouting.ReplicaRatio()));

        var end = await production.RunAsync(production.Begin());

        Assert.Equal((RolloutPhase.Standby, RolloutOutcome.Promoted), (end.Phase, end.Outcome));
        Assert.Equal((0, 5), (await PodsAsync(production, Track.A), await PodsAsync(production, Track.B)));
    }

    [Fact]
    public async Task A_canary_by_the_number_of_pods_gives_up_its_own_only_when_the_stable_ones_are_ready()
    {
        var production = await StubProduction.ServingAsync(With(new TrafficRouting.ReplicaRatio()));
        var end = await production.RunAsync(production.Begin());
        var back = RolloutMachine.Advance(end, Undo(end), production.Clock.GetUtcNow()).State;

        var undone = await production.RunAsync(back);

        Assert.Equal(RolloutPhase.Finished, undone.Phase);
        Assert.Equal((5, 0), (await PodsAsync(production, Track.A), await PodsAsync(production, Track.B)));
        var scales = production.Cluster.Changes.Where(change => change.Contains("/deployments/")).TakeLast(2);
        Assert.Equal([$"PATCH {Paths.TrackA}", $"PATCH {Paths.TrackB}"], scales);
    }

    private static DeliveryEnvironment With(TrafficRouting routing) =>
        StubProduction.Environment with
        {
            Routing = routing,
        };

    private static async Task<int> PodsAsync(StubProduction production, Track track) =>
        (await production.Tracks.ObserveAsync(track, default)).Ready;

    private static RolloutObservation Undo(RolloutState state) =>
        new RolloutObservation.Requested(
            new OperatorRequest
            {
                Id = "1",
                Rollout = state.Plan.Id,
                Kind = RequestKind.Undo,
                By = "anna",
                Why = "",
                At = DateTimeOffset.UnixEpoch,
            }
        );
}
