using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Resources;

/// <summary>Which part of an object belongs to whom: the client, the status writer, the API server.</summary>
internal static class ObjectParts
{
    private static readonly string[] ServerOwned =
    [
        "uid",
        "creationTimestamp",
        "deletionTimestamp",
        "deletionGracePeriodSeconds",
        "generation",
        "generateName",
        "namespace",
        "name",
    ];

    /// <summary>Puts back whatever a write of that scope may not change.</summary>
    public static void Restore(ResourceKind kind, JsonObject content, JsonObject old, WriteScope scope)
    {
        if (scope == WriteScope.Status)
        {
            var status = content["status"]?.DeepClone();
            foreach (var name in content.Select(p => p.Key).Except(["status", "metadata"]).ToList())
                content.Remove(name);
            foreach (var (name, value) in old.Where(p => p.Key is not ("status" or "metadata")))
                content[name] = value?.DeepClone();
            Set(content, "status", status);
            RestoreMetadata(content, old);
            return;
        }

        if (kind.HasStatus)
            Set(content, "status", old["status"]?.DeepClone());
        foreach (var name in ServerOwned)
            Set(content.Within("metadata"), name, old.At("metadata", name)?.DeepClone());
        content.Within("metadata").Remove("selfLink");
    }

    /// <summary>Whether a change is one of metadata and status only, which leaves the generation alone.</summary>
    public static bool SameButMetadataAndStatus(JsonObject content, JsonObject old)
    {
        var names = content.Select(p => p.Key).Union(old.Select(p => p.Key)).Except(["metadata", "status"]);
        return names.All(name => JsonNode.DeepEquals(content[name], old[name]));
    }

    // A status write may carry the books of field managers, and a resource version to compare.
    private static void RestoreMetadata(JsonObject content, JsonObject old)
    {
        var metadata = old["metadata"]!.DeepClone().AsObject();
        Set(metadata, "resourceVersion", content.At("metadata", "resourceVersion")?.DeepClone());
        Set(metadata, "managedFields", content.At("metadata", "managedFields")?.DeepClone());
        content["metadata"] = metadata;
    }

    private static void Set(JsonObject content, string name, JsonNode? value)
    {
        if (value is null)
            content.Remove(name);
        else
            content[name] = value;
    }
}
