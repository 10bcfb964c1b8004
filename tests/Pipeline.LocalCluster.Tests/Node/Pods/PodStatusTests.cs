using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Node.Containers;
using Pipeline.LocalCluster.Node.Pods;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Node.Pods;

public sealed class PodStatusTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly ContainerSpec Container = new() { Name = "web", Image = "web@sha256:1" };
    private static readonly ContainerStatus Up = new ContainerStatus { Name = "web", Image = "web@sha256:1" }.Run(
        "run-1",
        "web@sha256:1",
        0,
        Now
    );

    [Fact]
    public void A_ready_pod_says_so_in_every_condition()
    {
        var status = Write(Up with { Ready = true, Started = true });

        Assert.Equal("Running", status.Text("phase"));
        Assert.Equal("127.1.0.2", status.Text("podIP"));
        Assert.Equal("2026-01-02T03:04:05Z", status.Text("startTime"));
        Assert.Equal(
            ["PodScheduled True", "Initialized True", "ContainersReady True", "Ready True"],
            status.Items("conditions").Select(it => $"{it.Text("type")} {it.Text("status")}")
        );
    }

    [Fact]
    public void An_unready_container_is_named()
    {
        var ready = Write(Up).Items("conditions").Single(condition => condition.Text("type") == "Ready");

        Assert.Equal("False", ready.Text("status"));
        Assert.Equal("ContainersNotReady", ready.Text("reason"));
        Assert.Equal("containers with unready status: [web]", ready.Text("message"));
    }

    [Fact]
    public void Times_change_only_with_what_they_are_about()
    {
        var before = Write(Up);

        var after = new PodStatus
        {
            RestartPolicy = RestartPolicy.Always,
            PodIp = "127.1.0.2",
            Containers = [Up with { Ready = true }],
        }.Write(before, Now.AddMinutes(1));

        Assert.Equal("2026-01-02T03:04:05Z", after.Text("startTime"));
        Assert.Equal("2026-01-02T03:04:05Z", Transition(after, "PodScheduled"));
        Assert.Equal("2026-01-02T03:05:05Z", Transition(after, "Ready"));
    }

    [Fact]
    public void The_quality_of_service_that_the_API_set_stays()
    {
        var status = new PodStatus
        {
            RestartPolicy = RestartPolicy.Always,
            PodIp = "127.1.0.2",
            Containers = [Up],
        }.Write(JsonNode.Parse("""{"qosClass":"Burstable"}"""), Now);

        Assert.Equal("Burstable", status.Text("qosClass"));
    }

    [Fact]
    public void A_restarted_container_remembers_how_it_ended()
    {
        var end = new ContainerState.Terminated(3, "Error", "went wrong", Now, Now.AddSeconds(5));

        var written = ContainerStatusJson.Write(Up.End(end).Run("run-2", "web@sha256:1", 1, Now.AddSeconds(6)));

        Assert.Equal(1, written.Int("restartCount"));
        Assert.Equal(3, written.Int("lastState", "terminated", "exitCode"));
        Assert.Equal("went wrong", written.Text("lastState", "terminated", "message"));
        Assert.Equal("2026-01-02T03:04:11Z", written.Text("state", "running", "startedAt"));
    }

    public static TheoryData<string> States => ["new", "running", "waiting", "terminated"];

    [Theory]
    [MemberData(nameof(States))]
    public void What_was_written_is_read_again(string state)
    {
        var end = new ContainerState.Terminated(3, "Error", null, Now, Now.AddSeconds(5));
        var status = state switch
        {
            "running" => Up.End(end).Run("run-2", "web@sha256:1", 1, Now),
            "waiting" => Up.End(end).Wait("CrashLoopBackOff", "back-off"),
            "terminated" => Up.End(end),
            _ => new ContainerStatus { Name = "web", Image = "web@sha256:1" },
        };

        var read = ContainerStatusJson.Read(Container, Write(status));

        Assert.Equal(status, read);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("run-1", 4)]
    public void The_next_run_counts_as_a_restart_if_there_was_one(string id, int restartCount)
    {
        Assert.Equal(restartCount, (Up with { ContainerId = id, RestartCount = 3 }).NextRestartCount);
    }

    private static JsonObject Write(ContainerStatus container) =>
        new PodStatus
        {
            RestartPolicy = RestartPolicy.Always,
            PodIp = "127.1.0.2",
            Containers = [container],
        }.Write(null, Now);

    private static string? Transition(JsonObject status, string type) =>
        status.Items("conditions").Single(condition => condition.Text("type") == type).Text("lastTransitionTime");
}
