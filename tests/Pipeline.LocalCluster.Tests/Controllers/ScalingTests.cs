using Pipeline.LocalCluster.Controllers.Deployments;

namespace Pipeline.LocalCluster.Tests.Controllers;

public sealed class ScalingTests
{
    [Fact]
    public void A_size_that_active_sets_do_not_know_of_is_pending()
    {
        Assert.True(Scaling.IsPending(View(5, Set("new", 3, desired: 3, maximum: 3))));
        Assert.False(Scaling.IsPending(View(3, Set("new", 3, desired: 3, maximum: 3))));
    }

    [Fact]
    public void A_single_active_set_takes_the_whole_change()
    {
        var steps = Scaling.Next(View(5, Set("new", 3, desired: 3, maximum: 3)));

        Assert.Equal([new ScaleStep("new", 3, 5)], steps);
    }

    [Fact]
    public void Several_active_sets_share_it_in_proportion()
    {
        // The example of the Kubernetes documentation: 10 replicas, surge 3, in the middle of a rollout (8 old, 5 new), to 15.
        var steps = Scaling.Next(
            View(15, Set("new", 5, desired: 10, maximum: 13), Set("old", 8, desired: 10, maximum: 13)) with
            {
                Surge = 3,
            }
        );

        Assert.Equal([new ScaleStep("old", 8, 11), new ScaleStep("new", 5, 7)], steps);
    }

    [Fact]
    public void Nothing_is_left_over_when_a_deployment_is_scaled_to_zero()
    {
        var steps = Scaling.Next(View(0, Set("new", 2, desired: 4, maximum: 5), Set("old", 3, desired: 4, maximum: 5)));

        Assert.All(steps, step => Assert.Equal(0, step.To));
    }

    private static DeploymentView View(int replicas, ReplicaSetView current, params ReplicaSetView[] old) =>
        new(replicas, 0, 0, current, [.. old]);

    private static ReplicaSetView Set(string name, int size, int desired, int maximum) =>
        new(name)
        {
            Desired = size,
            DesiredByDeployment = desired,
            MaximumByDeployment = maximum,
        };
}
