using Pipeline.LocalCluster.Node.Containers;
using Pipeline.LocalCluster.Node.Pods;

namespace Pipeline.LocalCluster.Tests.Node.Pods;

public sealed class PodPhaseTests
{
    private static readonly ContainerStatus New = new() { Name = "web", Image = "web" };
    private static readonly ContainerStatus Up = New.Run("1", "web", 0, default);

    [Fact]
    public void A_pod_is_pending_until_every_container_has_run()
    {
        Assert.Equal("Pending", PodPhase.Of([Up, New.Wait("ErrImagePull", null)], RestartPolicy.Always));
    }

    [Fact]
    public void A_pod_runs_while_a_container_does()
    {
        Assert.Equal("Running", PodPhase.Of([Up, Ended(0)], RestartPolicy.Never));
    }

    [Fact]
    public void A_pod_whose_container_waits_for_its_restart_is_running()
    {
        Assert.Equal("Running", PodPhase.Of([Ended(1).Wait("CrashLoopBackOff", null)], RestartPolicy.Always));
    }

    [Theory]
    [InlineData("Always", 0, "Running")]
    [InlineData("Always", 1, "Running")]
    [InlineData("OnFailure", 0, "Succeeded")]
    [InlineData("OnFailure", 1, "Running")]
    [InlineData("Never", 0, "Succeeded")]
    [InlineData("Never", 1, "Failed")]
    public void The_end_of_all_containers_is_final_if_none_is_started_again(string policy, int exitCode, string phase)
    {
        Assert.Equal(phase, PodPhase.Of([Ended(0), Ended(exitCode)], Enum.Parse<RestartPolicy>(policy)));
    }

    private static ContainerStatus Ended(int exitCode) =>
        Up.End(new ContainerState.Terminated(exitCode, "", null, default, default));
}
