using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.LocalCluster.Controllers.Deployments;

namespace Pipeline.LocalCluster.Tests.Controllers;

public sealed class RollingUpdateTests
{
    [Fact]
    public void The_current_set_grows_as_far_as_the_surge_allows()
    {
        var steps = RollingUpdate.Next(View(4, 1, 1, Set("new", 0, 0), Set("old", 4, 4)));

        Assert.Equal([new ScaleStep("new", 0, 1)], steps);
    }

    [Fact]
    public void Old_pods_go_as_far_as_availability_allows()
    {
        var steps = RollingUpdate.Next(View(4, 1, 1, Set("new", 1, 0), Set("old", 4, 4)));

        Assert.Equal([new ScaleStep("old", 4, 3)], steps);
    }

    [Fact]
    public void Nothing_happens_while_new_pods_become_available()
    {
        var steps = RollingUpdate.Next(View(4, 1, 0, Set("new", 1, 0), Set("old", 4, 4)));

        Assert.Empty(steps);
    }

    [Fact]
    public void Unhealthy_old_pods_go_first_because_they_are_no_loss()
    {
        var steps = RollingUpdate.Next(View(4, 2, 0, Set("new", 2, 2), Set("broken", 2, 0), Set("old", 2, 2)));

        Assert.Equal([new ScaleStep("broken", 2, 0)], steps);
    }

    [Fact]
    public void A_current_set_that_is_too_large_shrinks()
    {
        var steps = RollingUpdate.Next(View(2, 1, 0, Set("new", 5, 5)));

        Assert.Equal([new ScaleStep("new", 5, 2)], steps);
    }

    [Fact]
    public void Without_a_current_set_there_is_nothing_to_do()
    {
        Assert.Empty(RollingUpdate.Next(View(2, 1, 0, null, Set("old", 2, 2))));
    }

    [Fact]
    public void Whatever_the_numbers_a_rollout_ends_and_keeps_its_promises_all_the_way()
    {
        var cases =
            from replicas in Gen.Choose(0, 12)
            from surge in Gen.Choose(0, 4)
            from unavailable in Gen.Choose(surge == 0 ? 1 : 0, 4)
            from old in Gen.Choose(0, 12)
            select (replicas, surge, unavailable: Math.Min(unavailable, replicas), old);

        Prop.ForAll(
                cases.Where(c => c.surge + c.unavailable > 0 || c.replicas == 0).ToArbitrary(),
                c => RollsOut(c.replicas, c.surge, c.unavailable, c.old)
            )
            .QuickCheckThrowOnFailure();
    }

    // Plays a rollout in which every pod becomes available one round after it was asked for.
    private static bool RollsOut(int replicas, int surge, int unavailable, int oldSize)
    {
        var (current, old) = (Set("new", 0, 0), Set("old", oldSize, oldSize));
        var within = oldSize <= replicas + surge && oldSize >= replicas - unavailable;
        for (var round = 0; round < 200; round++)
        {
            var view = View(replicas, surge, unavailable, current, old);
            var steps = RollingUpdate.Next(view);
            foreach (var step in steps)
            {
                if (step.Name == "new")
                    current = current with { Desired = step.To, Available = Math.Min(current.Available, step.To) };
                else
                    old = old with { Desired = step.To, Available = Math.Min(old.Available, step.To) };
            }

            var available = current.Available + old.Available;
            if (within && (available < replicas - unavailable || current.Desired + old.Desired > replicas + surge))
                return false;
            if (steps.Count == 0 && current.Available == current.Desired)
                return current.Desired == replicas && old.Desired == 0;
            current = current with { Available = current.Desired };
        }

        return false;
    }

    private static DeploymentView View(
        int replicas,
        int surge,
        int unavailable,
        ReplicaSetView? current,
        params ReplicaSetView[] old
    ) => new(replicas, surge, unavailable, current, [.. old]);

    private static ReplicaSetView Set(string name, int desired, int available) =>
        new(name)
        {
            Desired = desired,
            Actual = desired,
            Available = available,
        };
}
