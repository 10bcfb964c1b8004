using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Patching;

/// <summary>JSON patch, RFC 6902: all operations or none.</summary>
public static class JsonPatch
{
    /// <summary>The patched object; <paramref name="target"/> is changed.</summary>
    /// <exception cref="PatchException">An operation does not apply, or a <c>test</c> found something else.</exception>
    public static JsonObject Apply(JsonObject target, JsonArray operations)
    {
        foreach (var operation in operations)
            Apply(target, operation as JsonObject ?? throw new PatchException("an operation must be an object"));
        return target;
    }

    private static void Apply(JsonObject target, JsonObject operation)
    {
        var path = Pointer(operation, "path");
        switch (operation.Text("op"))
        {
            case "add":
                Add(target, path, operation["value"]?.DeepClone());
                break;
            case "remove":
                Remove(target, path);
                break;
            case "replace":
                _ = path.Get(target);
                Remove(target, path);
                Add(target, path, operation["value"]?.DeepClone());
                break;
            case "move":
                var from = Pointer(operation, "from");
                var moved = from.Get(target)?.DeepClone();
                Remove(target, from);
                Add(target, path, moved);
                break;
            case "copy":
                Add(target, path, Pointer(operation, "from").Get(target)?.DeepClone());
                break;
            case "test":
                Test(target, path, operation["value"]);
                break;
            default:
                throw new PatchException($"unknown operation {operation["op"]?.ToJsonString() ?? "null"}");
        }
    }

    private static JsonPointer Pointer(JsonObject operation, string name) =>
        JsonPointer.Parse(operation.Text(name) ?? throw new PatchException($"an operation lacks \"{name}\""));

    private static void Add(JsonObject target, JsonPointer path, JsonNode? value)
    {
        if (path.Parent(target) is JsonArray items)
            items.Insert(path.Index(items, items.Count), value);
        else
            path.Parent(target)[path.Last] = value;
    }

    private static void Remove(JsonObject target, JsonPointer path)
    {
        _ = path.Get(target);
        if (path.Parent(target) is JsonArray items)
            items.RemoveAt(path.Index(items, items.Count - 1));
        else
            path.Parent(target).AsObject().Remove(path.Last);
    }

    private static void Test(JsonObject target, JsonPointer path, JsonNode? expected)
    {
        var found = path.Get(target);
        if (!JsonNode.DeepEquals(found, expected))
        {
            throw new PatchException(
                $"testing value {path.Text} failed: expected {expected?.ToJsonString() ?? "null"}, found {found?.ToJsonString() ?? "null"}"
            );
        }
    }
}
