using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.ReplicaSets;

/// <summary>What a replica set makes of its pods: which count, and which go first.</summary>
internal static class PodChoice
{
    /// <summary>The pod counts as a replica: it neither ended nor is about to.</summary>
    public static bool IsActive(JsonObject pod) =>
        pod.Text("status", "phase") is not ("Succeeded" or "Failed") && pod.At("metadata", "deletionTimestamp") is null;

    public static bool IsReady(JsonObject pod) => ReadySince(pod) is not null;

    /// <summary>Since when the pod has been ready; null if it is not.</summary>
    public static DateTimeOffset? ReadySince(JsonObject pod)
    {
        var ready = ObjectConditions.Find(pod["status"], "Ready");
        return ready.Text("status") == "True" ? ready.Time("lastTransitionTime") ?? DateTimeOffset.MinValue : null;
    }

    /// <summary>When the pod counts as available; null if it is not even ready.</summary>
    public static DateTimeOffset? AvailableAt(JsonObject pod, TimeSpan minReady) =>
        ReadySince(pod) is { } since && minReady > TimeSpan.Zero ? since + minReady : ReadySince(pod);

    /// <summary>
    /// The pods to delete when there are <paramref name="surplus"/> too many: those that do the least first, and among equals
    /// the youngest.
    /// </summary>
    public static IEnumerable<StoredObject> ToDelete(IEnumerable<StoredObject> active, int surplus) =>
        active
            .OrderBy(pod => pod.Content.Text("spec", "nodeName") is { Length: > 0 })
            .ThenBy(pod => pod.Content.Text("status", "phase") == "Running")
            .ThenBy(pod => IsReady(pod.Content))
            .ThenByDescending(pod => ReadySince(pod.Content))
            .ThenByDescending(pod => pod.Content.Time("metadata", "creationTimestamp"))
            .ThenByDescending(pod => pod.ResourceVersion)
            .Take(surplus);
}
