using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Ownership;

/// <summary>Takes fields out of an object, except those that somebody else owns.</summary>
internal static class FieldRemoval
{
    /// <summary>Removes <paramref name="fields"/> below a value, and what becomes empty by that.</summary>
    public static void Remove(OwnedValue value, FieldSet fields, FieldSet kept)
    {
        var parts = value.Parts();
        if (parts is null)
            return;
        foreach (var (step, below) in fields.Children)
        {
            if (!parts.TryGetValue(step, out var part))
                continue;
            var keptBelow = kept.Children.GetValueOrDefault(step, new FieldSet());
            if (below.IsMember && keptBelow.IsEmpty)
                Detach(value.Value, part.Value, step);
            else if (below.Children.Count > 0)
                RemoveBelow(value.Value, part, step, below, keptBelow);
        }
    }

    private static void RemoveBelow(JsonNode parent, OwnedValue part, string step, FieldSet fields, FieldSet kept)
    {
        Remove(part, fields, kept);
        if (kept.IsEmpty && part.Value is JsonObject { Count: 0 } or JsonArray { Count: 0 })
            Detach(parent, part.Value, step);
    }

    private static void Detach(JsonNode parent, JsonNode value, string step)
    {
        if (parent is JsonArray items)
            items.Remove(value);
        else
            parent.AsObject().Remove(step[2..]);
    }
}
