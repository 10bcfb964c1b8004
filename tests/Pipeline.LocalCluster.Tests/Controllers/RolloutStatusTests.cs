using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Controllers;
using Pipeline.LocalCluster.Controllers.Deployments;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Controllers;

public sealed class RolloutStatusTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_new_rollout_progresses_and_is_not_available()
    {
        var status = Report(Deployment(), Set(desired: 2, available: 0), created: true, Start);

        Assert.Equal(("True", "NewReplicaSetCreated"), Condition(status, "Progressing"));
        Assert.Equal(("False", "MinimumReplicasUnavailable"), Condition(status, "Available"));
        Assert.Equal(2, status.Int("unavailableReplicas"));
    }

    [Fact]
    public void A_rollout_of_which_all_pods_are_available_is_complete()
    {
        var status = Report(Deployment(), Set(desired: 2, available: 2), created: false, Start);

        Assert.Equal(("True", "NewReplicaSetAvailable"), Condition(status, "Progressing"));
        Assert.Equal(("True", "MinimumReplicasAvailable"), Condition(status, "Available"));
        Assert.Equal(2, status.Int("availableReplicas"));
    }

    [Fact]
    public void A_rollout_that_does_not_move_until_its_deadline_has_failed()
    {
        var deployment = Deployment();
        deployment["status"] = Report(deployment, Set(desired: 2, available: 0), created: true, Start);

        var before = Report(deployment, Set(desired: 2, available: 0), created: false, Start.AddSeconds(59));
        var after = Report(deployment, Set(desired: 2, available: 0), created: false, Start.AddSeconds(60));

        Assert.Equal("True", Condition(before, "Progressing").Status);
        Assert.Equal(("False", "ProgressDeadlineExceeded"), Condition(after, "Progressing"));
        Assert.Equal(Start.AddSeconds(60), RolloutProgress.Deadline(deployment, before));
        Assert.Null(RolloutProgress.Deadline(deployment, after));
    }

    [Fact]
    public void A_pod_that_becomes_available_moves_the_deadline()
    {
        var deployment = Deployment();
        deployment["status"] = Report(deployment, Set(desired: 2, available: 0), created: true, Start);

        var moved = Report(deployment, Set(desired: 2, available: 1), created: false, Start.AddSeconds(50));

        Assert.Equal(("True", "ReplicaSetUpdated"), Condition(moved, "Progressing"));
        Assert.Equal(Start.AddSeconds(110), RolloutProgress.Deadline(deployment, moved));
    }

    [Fact]
    public void The_same_situation_gives_the_same_status_later()
    {
        var deployment = Deployment();
        deployment["status"] = Report(deployment, Set(desired: 2, available: 2), created: false, Start);

        var later = Report(deployment, Set(desired: 2, available: 2), created: false, Start.AddHours(1));

        Assert.True(JsonNode.DeepEquals(deployment["status"], later));
    }

    [Fact]
    public void A_complete_deployment_that_loses_a_pod_has_no_deadline()
    {
        var deployment = Deployment();
        deployment["status"] = Report(deployment, Set(desired: 2, available: 2), created: false, Start);

        var lost = Report(deployment, Set(desired: 2, available: 1), created: false, Start.AddHours(1));

        Assert.Equal(("True", "NewReplicaSetAvailable"), Condition(lost, "Progressing"));
        Assert.Equal(("False", "MinimumReplicasUnavailable"), Condition(lost, "Available"));
    }

    [Fact]
    public void A_pause_is_shown_and_ends()
    {
        var deployment = Deployment();
        deployment["spec"]!["paused"] = true;
        deployment["status"] = Report(deployment, Set(desired: 2, available: 1), created: false, Start);
        Assert.Equal(("Unknown", "DeploymentPaused"), Condition(deployment["status"]!, "Progressing"));

        deployment["spec"]!["paused"] = false;
        var resumed = Report(deployment, Set(desired: 2, available: 1), created: false, Start.AddSeconds(1));

        Assert.Equal(("Unknown", "DeploymentResumed"), Condition(resumed, "Progressing"));
    }

    [Fact]
    public void Without_a_deadline_there_is_no_progress_condition()
    {
        var deployment = Deployment();
        deployment["spec"]!.AsObject().Remove("progressDeadlineSeconds");

        var status = Report(deployment, Set(desired: 2, available: 0), created: true, Start);

        Assert.Null(ObjectConditions.Find(status, "Progressing"));
    }

    [Fact]
    public void Percentages_that_both_round_to_nothing_still_let_one_pod_go()
    {
        var deployment = Deployment();
        deployment["spec"]!["strategy"] = JsonNode.Parse(
            """{"type":"RollingUpdate","rollingUpdate":{"maxSurge":0,"maxUnavailable":"25%"}}"""
        );

        var view = DeploymentView.Of(deployment, null, []);

        Assert.Equal((0, 1), (view.Surge, view.Unavailable));
    }

    private static JsonObject Report(JsonObject deployment, ReplicaSetView current, bool created, DateTimeOffset now) =>
        RolloutStatus.Of(deployment, DeploymentView.Of(deployment, current, []), created, now);

    private static (string? Status, string? Reason) Condition(JsonNode status, string type)
    {
        var condition = ObjectConditions.Find(status, type);
        return (condition.Text("status"), condition.Text("reason"));
    }

    private static JsonObject Deployment() =>
        JsonNode
            .Parse("""{"metadata":{"name":"web","generation":1},"spec":{"replicas":2,"progressDeadlineSeconds":60}}""")!
            .AsObject();

    private static ReplicaSetView Set(int desired, int available) =>
        new("web-1")
        {
            Desired = desired,
            Actual = desired,
            Ready = available,
            Available = available,
        };
}
