using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Selection;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.ReplicaSets;

/// <summary>Computes the status of a replica set from its pods.</summary>
internal static class ReplicaSetStatus
{
    public static JsonObject Of(JsonObject replicaSet, IReadOnlyCollection<JsonObject> active, DateTimeOffset now)
    {
        var labels = LabelSelector.FromLabels(replicaSet.At("spec", "template", "metadata", "labels"));
        var minReady = MinReady(replicaSet);
        var status = new JsonObject { ["replicas"] = active.Count };
        Count("fullyLabeledReplicas", labels.Selects);
        Count("readyReplicas", PodChoice.IsReady);
        Count("availableReplicas", pod => PodChoice.AvailableAt(pod, minReady) <= now);
        status["observedGeneration"] = replicaSet.At("metadata", "generation")?.DeepClone();
        return status;

        // Kubernetes leaves zeros out.
        void Count(string name, Func<JsonObject, bool> counts)
        {
            if (active.Count(counts) is > 0 and var count)
                status[name] = count;
        }
    }

    /// <summary>When the next ready pod becomes available; null if none is waiting for it.</summary>
    public static DateTimeOffset? NextChange(
        JsonObject replicaSet,
        IEnumerable<JsonObject> active,
        DateTimeOffset now
    ) => active.Select(pod => PodChoice.AvailableAt(pod, MinReady(replicaSet))).Where(at => at > now).Min();

    private static TimeSpan MinReady(JsonObject replicaSet) =>
        TimeSpan.FromSeconds(replicaSet.Int("spec", "minReadySeconds") ?? 0);
}
