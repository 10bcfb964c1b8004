using Pipeline.LocalCluster.Controllers.Deployments;

namespace Pipeline.LocalCluster.Tests.Controllers;

public sealed class RecreationTests
{
    private static readonly ReplicaSetView Gone = new("old");
    private static readonly ReplicaSetView Running = new("old") { Desired = 2, Actual = 2 };
    private static readonly ReplicaSetView Current = new("new");

    [Fact]
    public void Old_sets_are_scaled_to_nothing_first()
    {
        Assert.Equal([new ScaleStep("old", 2, 0)], Recreation.Next(View(Running), oldPods: 2));
    }

    [Fact]
    public void The_new_set_waits_for_the_last_old_pod_to_end()
    {
        Assert.Empty(Recreation.Next(View(Gone), oldPods: 1));
        Assert.False(Recreation.MayStart(View(Gone), oldPods: 1));
    }

    [Fact]
    public void Then_the_new_set_gets_all_replicas_at_once()
    {
        Assert.Equal([new ScaleStep("new", 0, 3)], Recreation.Next(View(Gone), oldPods: 0));
    }

    private static DeploymentView View(ReplicaSetView old) => new(3, 0, 3, Current, [old]);
}
