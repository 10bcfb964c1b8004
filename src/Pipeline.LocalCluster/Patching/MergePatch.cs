using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Patching;

/// <summary>JSON merge patch, RFC 7386.</summary>
public static class MergePatch
{
    /// <summary>The patched object; <paramref name="target"/> is changed.</summary>
    public static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
                target.Remove(name);
            else if (value is JsonObject nested)
                target[name] = Apply(target[name] is JsonObject present ? present.DeepClone().AsObject() : [], nested);
            else
                target[name] = value.DeepClone();
        }

        return target;
    }
}
