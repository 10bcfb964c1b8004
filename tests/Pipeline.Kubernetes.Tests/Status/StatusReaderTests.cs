using Pipeline.Core.Rollouts.Status;
using Pipeline.Kubernetes.Rollouts;
using Pipeline.Kubernetes.Status;
using Pipeline.Kubernetes.Tests.Rollouts;

namespace Pipeline.Kubernetes.Tests.Status;

public sealed class StatusReaderTests
{
    [Fact]
    public async Task A_rollout_shows_as_a_tree_of_verdicts_tracks_pods_and_revisions()
    {
        var production = await StubProduction.ServingAsync();
        await production.RunAsync(production.Begin());

        var status = await ReaderOf(production).ReadAsync(default);

        Snapshot.Matches("status.txt", StatusText.Of([status]) + "\n");
        Snapshot.Matches("status.json", StatusJson.Write([status]) + "\n");
    }

    [Fact]
    public async Task An_environment_without_anything_is_empty()
    {
        var status = await ReaderOf(new StubCluster()).ReadAsync(default);

        Assert.Equal(["production", "├─ no rollout yet", "├─ track a: empty", "└─ track b: empty"], status.Tree());
    }

    [Fact]
    public async Task Who_executes_a_rollout_is_told()
    {
        var production = await StubProduction.ServingAsync();
        await production.RunAsync(production.Begin());
        await using var lease = await RolloutLease.AcquireAsync(
            production.Cluster.Api.Client(),
            TestDelivery.Service.Names,
            "production",
            "runner/1",
            production.Clock,
            default
        );

        var status = await ReaderOf(production).ReadAsync(default);

        Assert.Equal("runner/1", status.Executor?.Name);
    }

    private static StatusReader ReaderOf(StubProduction production) =>
        new(production.Cluster.Api.Client(), TestDelivery.Service.Names, "production", production.Clock)
        {
            Tracks = production.Tracks,
            Router = production.Router,
            Store = new ConfigMapRolloutStore(
                production.Cluster.Api.Client(),
                TestDelivery.Service.Names,
                "production"
            ),
        };

    private static StatusReader ReaderOf(StubCluster cluster)
    {
        var client = cluster.Api.Client();
        var names = TestDelivery.Service.Names;
        return new StatusReader(client, names, "production", TimeProvider.System)
        {
            Tracks = new TrackOperations(client, TestDelivery.Service, TestDelivery.Production, _ => null!),
            Router = new Kubernetes.Routing.HttpRouteRouter(client, names, "production"),
            Store = new ConfigMapRolloutStore(client, names, "production"),
        };
    }
}
