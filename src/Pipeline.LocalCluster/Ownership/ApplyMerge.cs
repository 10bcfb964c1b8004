using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Schemas;

namespace Pipeline.LocalCluster.Ownership;

/// <summary>Lays an applied configuration over the live object: what it states wins, what it does not state stays.</summary>
internal static class ApplyMerge
{
    public static JsonNode Merge(OwnedValue? live, OwnedValue applied)
    {
        var (present, stated) = (live?.Parts(), applied.Parts());
        if (present is null || stated is null)
            return applied.Value.DeepClone();
        return applied.Value is JsonArray
            ? MergeItems(present, stated)
            : MergeMembers(live!.Value.Value, present, stated);
    }

    private static JsonObject MergeMembers(
        JsonNode live,
        Dictionary<string, OwnedValue> present,
        Dictionary<string, OwnedValue> stated
    )
    {
        var merged = live.DeepClone().AsObject();
        foreach (var (step, value) in stated)
            merged[step[2..]] = Merge(Find(present, step), value);
        return merged;
    }

    // The order of the configuration counts, since items may refer to earlier ones; items of others follow.
    private static JsonArray MergeItems(Dictionary<string, OwnedValue> present, Dictionary<string, OwnedValue> stated)
    {
        var merged = new JsonArray();
        foreach (var (step, value) in stated)
            merged.Add(Merge(Find(present, step), value));
        foreach (var (_, value) in present.Where(item => !stated.ContainsKey(item.Key)))
            merged.Add(value.Value.DeepClone());
        return merged;
    }

    private static OwnedValue? Find(Dictionary<string, OwnedValue> parts, string step) =>
        parts.TryGetValue(step, out var part) ? part : null;
}
