using System.Text.Json.Nodes;

namespace Pipeline.Kubernetes.Tests;

/// <summary>Patches as an API server applies them.</summary>
internal static class StubPatch
{
    /// <summary>A JSON patch (RFC 6902) of <c>test</c> and <c>replace</c>; false when it does not apply, and then the root is spoilt.</summary>
    public static bool TryApply(JsonNode root, JsonArray operations)
    {
        foreach (var operation in operations)
        {
            var path = ((string)operation!["path"]!)
                .Split('/')[1..]
                .Select(key => key.Replace("~1", "/").Replace("~0", "~"));
            var target = root;
            foreach (var key in path)
                target = target is JsonArray list ? list[int.Parse(key)] : target?[key];

            if (target is null)
                return false;
            if ((string)operation["op"]! == "replace")
                target.ReplaceWith(operation["value"]!.DeepClone());
            else if (!JsonNode.DeepEquals(target, operation["value"]))
                return false;
        }

        return true;
    }

    /// <summary>A merge patch (RFC 7396); an apply by the only owner of an object does the same.</summary>
    public static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (key, value) in patch)
        {
            if (value is JsonObject inner && target[key] is JsonObject existing)
                Merge(existing, inner);
            else
                target[key] = value?.DeepClone();
        }
    }
}
