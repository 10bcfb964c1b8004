using Pipeline.Components.Tests.Deliver;
using Pipeline.Core;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Tests.Rollouts;
using static Pipeline.Components.Tests.Operate.OperationsFixture;

namespace Pipeline.Components.Tests.Operate;

[Collection(nameof(LogCollection))]
public sealed class RedeploymentTests
{
    [Fact]
    public async Task Undoing_within_the_standby_is_one_write_to_the_route_and_starts_no_pod()
    {
        using var production = await ServingAsync();
        await production.Delivery.DeliverAsync(DeliveryFixture.Production, DeliveryFixture.Image('b'));
        production.Delivery.Cluster.Changes.Clear();

        var exitCode = await UndoAsync(production);

        Assert.Equal(ExitCode.Success, exitCode);
        Assert.Equal(0, production.Delivery.Traffic.WeightOfA);
        Assert.Single(production.Delivery.Cluster.Changes, change => change.EndsWith(Paths.Route));
        Assert.Single(production.Delivery.Cluster.Changes, change => change.EndsWith(Paths.TrackA));
    }

    [Fact]
    public async Task Undoing_an_undo_brings_the_newer_version_back()
    {
        using var production = await ServingAsync();
        await production.Delivery.DeliverAsync(DeliveryFixture.Production, DeliveryFixture.Image('b'));
        await UndoAsync(production);

        await UndoAsync(production);

        Assert.EndsWith(DeliveryFixture.Image('b').Digest, await ServingImageAsync(production));
    }

    [Fact]
    public async Task Any_revision_that_is_kept_can_be_returned_to_without_being_judged()
    {
        using var production = await ServingAsync();
        await production.Delivery.DeliverAsync(DeliveryFixture.Production, DeliveryFixture.Image('b'));
        await production.Delivery.DeliverAsync(DeliveryFixture.Production, DeliveryFixture.Image('c'));

        await UndoAsync(production, number: 2);

        var rollout = await production.RolloutAsync();
        Assert.EndsWith(DeliveryFixture.Image('a').Digest, await ServingImageAsync(production));
        Assert.Equal((RolloutPhase.Standby, "blue-green"), (rollout.Phase, rollout.Plan.Strategy));
        Assert.Equal((RequestKind.Undo, "anna"), (rollout.Requests[0].Kind, rollout.Requests[0].By));
    }

    [Fact]
    public async Task A_revision_that_is_not_kept_is_refused_with_those_that_are()
    {
        using var production = await ServingAsync();
        using var log = new CapturedLog();

        Assert.Equal(ExitCode.BuildFailed, await UndoAsync(production, number: 99));
    }

    [Fact]
    public async Task A_revision_whose_image_is_gone_is_refused_before_any_write()
    {
        using var production = await ServingAsync();
        await production.Delivery.DeliverAsync(DeliveryFixture.Production, DeliveryFixture.Image('b'));
        await production.Delivery.DeliverAsync(DeliveryFixture.Production, DeliveryFixture.Image('c'));
        production.Delivery.Cluster.Changes.Clear();

        var exitCode = await production.ActAsync(rollout =>
            rollout.Redeployment.UndoAsync(2, Anna, _ => false, default)
        );

        Assert.Equal(ExitCode.BuildFailed, exitCode);
        Assert.Empty(production.Delivery.Cluster.Changes);
    }

    [Fact]
    public async Task A_version_that_did_not_make_it_can_be_tried_again_without_a_change()
    {
        using var production = await ServingAsync();
        production.Delivery.Traffic.RequestsPerLook = 20;
        await ExitCodeOfAsync(production.Delivery.DeliverAsync(DeliveryFixture.Production, DeliveryFixture.Image('b')));
        production.Delivery.Traffic.RequestsPerLook = 1000;

        var exitCode = await production.ActAsync(rollout => rollout.Redeployment.RetryAsync(Anna, default));

        Assert.Equal(ExitCode.Success, exitCode);
        Assert.EndsWith(DeliveryFixture.Image('b').Digest, await ServingImageAsync(production));
    }

    [Fact]
    public async Task A_version_that_made_it_is_not_tried_again()
    {
        using var production = await ServingAsync();
        production.Delivery.Cluster.Changes.Clear();

        var exitCode = await production.ActAsync(rollout => rollout.Redeployment.RetryAsync(Anna, default));

        Assert.Equal(ExitCode.Success, exitCode);
        Assert.Empty(production.Delivery.Cluster.Changes);
    }

    private static Task<int> UndoAsync(OperationsFixture production, int? number = null) =>
        production.ActAsync(rollout => rollout.Redeployment.UndoAsync(number, Anna, _ => true, default));

    private static async Task<string?> ServingImageAsync(OperationsFixture production)
    {
        var active = (await production.StatusAsync()).Tracks.Single(track => track.IsFront).Track;
        return production.Delivery.ImageOn(active == Core.Environments.Track.A ? Paths.TrackA : Paths.TrackB);
    }
}
