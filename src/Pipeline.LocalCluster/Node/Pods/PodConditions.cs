using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Node.Containers;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node.Pods;

/// <summary>The <c>conditions</c> of a pod; a condition keeps its time as long as its status stays.</summary>
internal static class PodConditions
{
    /// <summary>The conditions that follow from the containers.</summary>
    /// <param name="containers">All of the pod's.</param>
    /// <param name="before">The status so far.</param>
    /// <param name="now">The time of whatever changes.</param>
    public static JsonArray Of(IReadOnlyCollection<ContainerStatus> containers, JsonNode? before, DateTimeOffset now)
    {
        var unready = containers.Where(container => !container.Ready).Select(container => container.Name).ToList();
        (string, string)? problem =
            unready.Count == 0
                ? null
                : ("ContainersNotReady", $"containers with unready status: [{string.Join(' ', unready)}]");
        return
        [
            Condition("PodScheduled", null),
            Condition("Initialized", null),
            Condition("ContainersReady", problem),
            Condition("Ready", problem),
        ];

        JsonObject Condition(string type, (string Reason, string Message)? obstacle)
        {
            var status = obstacle is null ? "True" : "False";
            var old = before.Items("conditions").FirstOrDefault(condition => condition.Text("type") == type);
            var since = old.Text("status") == status ? old.Text("lastTransitionTime") : null;
            var condition = new JsonObject
            {
                ["type"] = type,
                ["status"] = status,
                ["lastProbeTime"] = null,
                ["lastTransitionTime"] = since ?? KubernetesTime.Format(now),
            };
            if (obstacle is var (reason, message))
            {
                condition["reason"] = reason;
                condition["message"] = message;
            }

            return condition;
        }
    }
}
