using Pipeline.Components.Tests.Deliver;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using static Pipeline.Components.Tests.Operate.OperationsFixture;

namespace Pipeline.Components.Tests.Operate;

[Collection(nameof(LogCollection))]
public sealed class SupersedeTests
{
    [Fact]
    public async Task A_delivery_that_supersedes_aborts_the_one_under_way()
    {
        using var production = await ServingAsync();

        var exitCode = await production.WhileDeliveringAsync(
            'b',
            async _ =>
            {
                var delivering = production.Delivery.Delivery(
                    DeliveryFixture.Production with
                    {
                        Strategy = new RolloutStrategy.BlueGreen(),
                    },
                    DeliveryFixture.Image('c'),
                    supersedes: true
                );
                await delivering.DeliverAsync(default);
            }
        );

        Assert.Equal(ExitCode.Aborted, exitCode);
        Assert.EndsWith(DeliveryFixture.Image('c').Digest, (await production.RolloutAsync()).Plan.To.ImageDigest);
    }

    [Fact]
    public async Task A_rollout_that_a_person_holds_is_left_to_them_unless_it_is_superseded()
    {
        using var production = await ServingAsync();
        await production.KillWhileJudgingAsync('b');
        await production.ActAsync(rollout => rollout.AskAsync(RequestKind.Hold, Anna, default));

        var refused = await DeliverAsync(production, supersedes: false);
        var still = await production.RolloutAsync();
        var delivered = await DeliverAsync(production, supersedes: true);

        Assert.Equal((ExitCode.LeaseHeld, RolloutPhase.Held), (refused, still.Phase));
        Assert.Equal(ExitCode.Success, delivered);
    }

    private static Task<int> DeliverAsync(OperationsFixture production, bool supersedes)
    {
        var delivery = production.Delivery.Delivery(
            DeliveryFixture.Production,
            DeliveryFixture.Image('c'),
            supersedes: supersedes
        );
        return production.Delivery.Clock.RunAsync(() => ExitCodeOfAsync(delivery.DeliverAsync(default)));
    }
}
