using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Schemas;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Patching;

/// <summary>Merges the list of a strategic merge patch: items by key, scalars as a set.</summary>
internal static class StrategicListMerge
{
    /// <param name="present">The list as it is.</param>
    /// <param name="items">The patch's items; none if it only reorders or deletes.</param>
    /// <param name="field">What the schema says of the list.</param>
    /// <param name="patch">The object that the list is part of in the patch, with the list's directives.</param>
    public static JsonArray Merge(JsonArray present, JsonArray items, SchemaField field, JsonObject patch)
    {
        var merged = field.PatchKey is { } key
            ? MergeItems(present, items, key, ((Shape.Sequence)field.Shape).Item.Shape)
            : MergeScalars(
                present,
                items,
                patch[StrategicMergePatch.DeleteFromPrimitiveList + field.Name] as JsonArray
            );
        return patch[StrategicMergePatch.SetElementOrder + field.Name] is JsonArray order
            ? Reorder(merged, order, field.PatchKey)
            : new JsonArray([.. merged.Select(item => item?.DeepClone())]);
    }

    private static List<JsonNode?> MergeScalars(JsonArray present, JsonArray items, JsonArray? deleted)
    {
        var merged = present.Where(item => !Contains(deleted, item)).ToList();
        merged.AddRange(items.Where(item => !Contains(merged, item)));
        return merged;
    }

    private static List<JsonNode?> MergeItems(JsonArray present, JsonArray items, string key, Shape shape)
    {
        if (items.Any(item => item.Text(StrategicMergePatch.Directive) == "replace"))
            return [.. (StrategicMergePatch.Plain(items) as JsonArray)!];
        var merged = present.ToList();
        foreach (var item in items)
        {
            if (item is not JsonObject content || content[key] is not { } identity)
                throw new PatchException($"an item of a list lacks its key {key}: {item?.ToJsonString() ?? "null"}");
            var at = merged.FindIndex(candidate => JsonNode.DeepEquals(candidate.At(key), identity));
            var deletes = content.Text(StrategicMergePatch.Directive) == "delete";
            if (at < 0 && !deletes)
                merged.Add(StrategicMergePatch.Plain(content));
            else if (at >= 0 && deletes)
                merged.RemoveAt(at);
            else if (at >= 0)
                merged[at] = StrategicMergePatch.Merge(merged[at]!.DeepClone().AsObject(), content, shape);
        }

        return merged;
    }

    // What the client listed comes in its order; what it does not know of stays behind its old neighbour.
    private static JsonArray Reorder(List<JsonNode?> merged, JsonArray order, string? key)
    {
        JsonNode? Identity(JsonNode? item) => key is null ? item : item.At(key);
        var identities = order.Select(Identity).ToList();
        var result = merged
            .Where(item => Contains(identities, Identity(item)))
            .OrderBy(item => identities.FindIndex(identity => JsonNode.DeepEquals(identity, Identity(item))))
            .ToList();
        for (var i = 0; i < merged.Count; i++)
        {
            if (!result.Contains(merged[i]))
                result.Insert(i == 0 ? 0 : result.IndexOf(merged[i - 1]) + 1, merged[i]);
        }

        return new JsonArray([.. result.Select(item => item?.DeepClone())]);
    }

    private static bool Contains(IEnumerable<JsonNode?>? items, JsonNode? item) =>
        items is not null && items.Any(candidate => JsonNode.DeepEquals(candidate, item));
}
