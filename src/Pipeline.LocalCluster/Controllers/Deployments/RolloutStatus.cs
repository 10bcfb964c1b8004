using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Deployments;

/// <summary>Computes the status of a deployment from its replica sets.</summary>
internal static class RolloutStatus
{
    /// <param name="deployment">The deployment, with the status that it has.</param>
    /// <param name="view">Its replica sets.</param>
    /// <param name="created">The replica set was created just now.</param>
    /// <param name="now">The time of changed conditions.</param>
    public static JsonObject Of(JsonObject deployment, DeploymentView view, bool created, DateTimeOffset now)
    {
        var status = new JsonObject { ["observedGeneration"] = deployment.At("metadata", "generation")?.DeepClone() };
        var available = view.All.Sum(set => set.Available);
        Count("replicas", view.All.Sum(set => set.Actual));
        Count("updatedReplicas", view.Current?.Actual ?? 0);
        Count("readyReplicas", view.All.Sum(set => set.Ready));
        Count("availableReplicas", available);
        Count("unavailableReplicas", Math.Max(0, view.All.Sum(set => set.Desired) - available));

        var conditions = new JsonArray { Available(deployment, view, available, now) };
        if (RolloutProgress.Condition(deployment, status, view, created, now) is { } progressing)
            conditions.Add(progressing);
        status["conditions"] = conditions;
        return status;

        // Kubernetes leaves zeros out.
        void Count(string name, int count)
        {
            if (count > 0)
                status[name] = count;
        }
    }

    private static JsonObject Available(JsonObject deployment, DeploymentView view, int available, DateTimeOffset now)
    {
        var enough = available >= view.Minimum;
        var condition = new JsonObject
        {
            ["type"] = "Available",
            ["status"] = enough ? "True" : "False",
            ["reason"] = enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
            ["message"] = enough
                ? "Deployment has minimum availability."
                : "Deployment does not have minimum availability.",
        };
        return RolloutProgress.Dated(condition, ObjectConditions.Find(deployment["status"], "Available"), false, now);
    }
}
