using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Deployments;

/// <summary>The condition <c>Progressing</c>: how far a rollout is, or that it stopped moving for longer than its deadline.</summary>
internal static class RolloutProgress
{
    private const string Complete = "NewReplicaSetAvailable";
    private const string TimedOut = "ProgressDeadlineExceeded";
    private const string Paused = "DeploymentPaused";

    /// <summary>The condition; null if the deployment has no deadline and hence none.</summary>
    public static JsonObject? Condition(
        JsonObject deployment,
        JsonObject status,
        DeploymentView view,
        bool created,
        DateTimeOffset now
    )
    {
        var old = ObjectConditions.Find(deployment["status"], "Progressing");
        if (deployment.Int("spec", "progressDeadlineSeconds") is null)
            return null;
        var moved = created || Moved(status, deployment["status"]);
        return Decide(deployment, status, view, created, moved, old, now) is { } decided
            ? Dated(decided, old, moved, now)
            : old?.DeepClone().AsObject();
    }

    /// <summary>When the deadline passes unless something moves; null if nothing is being waited for.</summary>
    public static DateTimeOffset? Deadline(JsonObject deployment, JsonObject status)
    {
        var condition = ObjectConditions.Find(status, "Progressing");
        if (condition is null || condition.Text("status") != "True" || condition.Text("reason") == Complete)
            return null;
        return condition.Time("lastUpdateTime")?.AddSeconds(deployment.Int("spec", "progressDeadlineSeconds") ?? 0);
    }

    /// <summary>Whether all pods are of the current template and available.</summary>
    public static bool IsComplete(JsonObject status, DeploymentView view) =>
        status.Int("updatedReplicas").GetValueOrDefault() == view.Replicas
        && status.Int("replicas").GetValueOrDefault() == view.Replicas
        && status.Int("availableReplicas").GetValueOrDefault() == view.Replicas;

    /// <summary>The condition with its two times: the last change of its status, and the last change or movement at all.</summary>
    public static JsonObject Dated(JsonObject condition, JsonObject? old, bool moved, DateTimeOffset now)
    {
        var same =
            !moved
            && old is not null
            && new[] { "status", "reason", "message" }.All(name => old.Text(name) == condition.Text(name));
        condition["lastUpdateTime"] = same ? old.Text("lastUpdateTime") : KubernetesTime.Format(now);
        return ObjectConditions.Since(condition, old, now);
    }

    private static JsonObject? Decide(
        JsonObject deployment,
        JsonObject status,
        DeploymentView view,
        bool created,
        bool moved,
        JsonObject? old,
        DateTimeOffset now
    )
    {
        var reason = old.Text("reason");
        var subject = view.Current is { } current ? $"ReplicaSet \"{current.Name}\"" : "Deployment";
        if (deployment.Flag("spec", "paused"))
            return reason == TimedOut ? null : Progressing("Unknown", Paused, "Deployment is paused");
        if (view.Current is not null && IsComplete(status, view))
            return Progressing("True", Complete, $"{subject} has successfully progressed.");
        if (created)
            return Progressing("True", "NewReplicaSetCreated", $"Created new replica set \"{view.Current!.Name}\"");
        if (reason == Paused)
            return Progressing("Unknown", "DeploymentResumed", "Deployment is resumed");
        if (moved || old is null)
            return Progressing("True", "ReplicaSetUpdated", $"{subject} is progressing.");
        // Scaled after it was complete: that is no rollout, and has no deadline.
        if (reason == Complete && view.Old.All(set => set.Actual == 0))
            return null;
        return reason == TimedOut || HasPassed(deployment, old, now)
            ? Progressing("False", TimedOut, $"{subject} has timed out progressing.")
            : null;
    }

    private static JsonObject Progressing(string status, string reason, string message) =>
        new()
        {
            ["type"] = "Progressing",
            ["status"] = status,
            ["reason"] = reason,
            ["message"] = message,
        };

    private static bool HasPassed(JsonObject deployment, JsonObject condition, DateTimeOffset now) =>
        condition.Time("lastUpdateTime")?.AddSeconds(deployment.Int("spec", "progressDeadlineSeconds") ?? 0) <= now;

    private static bool Moved(JsonObject status, JsonNode? old)
    {
        static int Number(JsonNode? status, string name) => status.Int(name) ?? 0;
        static int Outdated(JsonNode? status) => Number(status, "replicas") - Number(status, "updatedReplicas");
        return Outdated(status) < Outdated(old)
            || new[] { "updatedReplicas", "readyReplicas", "availableReplicas" }.Any(name =>
                Number(status, name) > Number(old, name)
            );
    }
}
