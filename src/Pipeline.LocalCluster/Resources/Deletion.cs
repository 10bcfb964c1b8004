using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Resources;

/// <summary>Decides what a deletion does to an object now: remove it, or mark it for whoever has to finish.</summary>
public static class Deletion
{
    /// <summary>The finalizer that waits for dependents to be gone.</summary>
    public const string ForegroundFinalizer = "foregroundDeletion";

    /// <summary>The finalizer that waits for dependents to be released.</summary>
    public const string OrphanFinalizer = "orphan";

    private const int DefaultGraceSeconds = 30;

    /// <summary>The marked object, or null if it is to be removed at once.</summary>
    public static JsonObject? Mark(ResourceKind kind, StoredObject current, DeleteOptions options, DateTimeOffset now)
    {
        var content = current.Copy();
        var metadata = content.Within("metadata");
        AddFinalizer(metadata, options.Propagation);

        var grace = kind.Resource == GroupResource.Pods ? PodGrace(content, options) : 0;
        var waits = grace > 0 || HasFinalizers(content) || kind.Resource == GroupResource.Namespaces;
        if (!waits)
            return null;
        if (kind.Resource == GroupResource.Namespaces)
            content.Within("status")["phase"] = "Terminating";
        if (metadata.Int("deletionGracePeriodSeconds") is { } already && already <= grace)
            return content;

        metadata["deletionTimestamp"] = KubernetesTime.Format(now.AddSeconds(grace));
        metadata["deletionGracePeriodSeconds"] = grace;
        if (metadata.Int("generation") is { } generation)
            metadata["generation"] = generation + 1;
        return content;
    }

    /// <summary>Whether nothing keeps an object from being removed: it is marked, and nobody has to finish anything.</summary>
    public static bool IsFinished(ResourceKind kind, JsonObject content) =>
        content.At("metadata", "deletionTimestamp") is not null
        && !HasFinalizers(content)
        && kind.Resource != GroupResource.Namespaces
        && content.Int("metadata", "deletionGracePeriodSeconds") is null or 0;

    private static bool HasFinalizers(JsonObject content) => content.Texts("metadata", "finalizers").Any();

    private static void AddFinalizer(JsonObject metadata, string? propagation)
    {
        var finalizer = propagation switch
        {
            "Foreground" => ForegroundFinalizer,
            "Orphan" => OrphanFinalizer,
            _ => null,
        };
        if (finalizer is null || metadata.Texts("finalizers").Contains(finalizer))
            return;
        metadata["finalizers"] ??= new JsonArray();
        metadata["finalizers"]!.AsArray().Add(finalizer);
    }

    // A pod that no node runs, or that has ended, has nothing to end gracefully.
    private static int PodGrace(JsonObject pod, DeleteOptions options)
    {
        if (pod.Text("spec", "nodeName") is null or "" || pod.Text("status", "phase") is "Succeeded" or "Failed")
            return 0;
        var asked =
            options.GracePeriodSeconds ?? pod.Int("spec", "terminationGracePeriodSeconds") ?? DefaultGraceSeconds;
        return Math.Max(0, asked);
    }
}
