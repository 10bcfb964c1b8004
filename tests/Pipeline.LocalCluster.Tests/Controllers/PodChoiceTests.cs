using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Controllers.ReplicaSets;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Controllers;

public sealed class PodChoiceTests
{
    private static readonly DateTimeOffset Now = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Those_that_do_the_least_go_first()
    {
        StoredObject[] pods =
        [
            Pod("old-ready", node: "n", phase: "Running", readySince: Now.AddHours(-2)),
            Pod("unassigned", node: "", phase: "Pending"),
            Pod("not-ready", node: "n", phase: "Running"),
            Pod("young-ready", node: "n", phase: "Running", readySince: Now.AddHours(-1)),
            Pod("pending", node: "n", phase: "Pending"),
        ];

        var order = PodChoice.ToDelete(pods, 5).Select(pod => pod.Key.Name);

        Assert.Equal(["unassigned", "pending", "not-ready", "young-ready", "old-ready"], order);
    }

    [Fact]
    public void A_negative_surplus_deletes_nothing()
    {
        Assert.Empty(PodChoice.ToDelete([Pod("a", "n", "Running")], -1));
    }

    [Theory]
    [InlineData("Running", true)]
    [InlineData("Pending", true)]
    [InlineData("Succeeded", false)]
    [InlineData("Failed", false)]
    public void Pods_that_ended_do_not_count(string phase, bool active)
    {
        Assert.Equal(active, PodChoice.IsActive(Pod("a", "n", phase).Content));
    }

    [Fact]
    public void A_ready_pod_is_available_after_its_minimum_time()
    {
        var set = JsonNode.Parse("""{"spec":{"minReadySeconds":10},"metadata":{"generation":3}}""")!.AsObject();
        var pod = Pod("a", "n", "Running", readySince: Now).Content;

        var early = ReplicaSetStatus.Of(set, [pod], Now.AddSeconds(9));
        var late = ReplicaSetStatus.Of(set, [pod], Now.AddSeconds(10));

        Assert.Null(early.Int("availableReplicas"));
        Assert.Equal(1, early.Int("readyReplicas"));
        Assert.Equal(1, late.Int("availableReplicas"));
        Assert.Equal(Now.AddSeconds(10), ReplicaSetStatus.NextChange(set, [pod], Now));
        Assert.Null(ReplicaSetStatus.NextChange(set, [pod], Now.AddSeconds(10)));
    }

    private static StoredObject Pod(string name, string node, string phase, DateTimeOffset? readySince = null)
    {
        var content = new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = name },
            ["spec"] = new JsonObject { ["nodeName"] = node },
            ["status"] = new JsonObject { ["phase"] = phase },
        };
        if (readySince is { } since)
        {
            content["status"]!["conditions"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "Ready",
                    ["status"] = "True",
                    ["lastTransitionTime"] = KubernetesTime.Format(since),
                }
            );
        }

        return new StoredObject(GroupResource.Pods.Key("ns", name), 1, JsonText.Utf8(content));
    }
}
