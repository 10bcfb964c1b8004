using System.Globalization;
using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Patching;

/// <summary>A place in a JSON document, RFC 6901.</summary>
internal sealed record JsonPointer(string Text, string[] Parents, string Last)
{
    public static JsonPointer Parse(string text)
    {
        if (!text.StartsWith('/'))
            throw new PatchException($"path \"{text}\": a JSON pointer to a field begins with /");
        var steps = text[1..]
            .Split('/')
            .Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        var list = steps.ToArray();
        return new JsonPointer(text, list[..^1], list[^1]);
    }

    /// <summary>The object or array that holds the place.</summary>
    public JsonNode Parent(JsonNode root)
    {
        var node = root;
        foreach (var step in Parents)
            node = Child(node, step) ?? throw new PatchException($"doc is missing path: {Text}");
        return node is JsonObject or JsonArray ? node : throw new PatchException($"doc is missing path: {Text}");
    }

    /// <summary>What lies there; a field that is not there is an error.</summary>
    public JsonNode? Get(JsonNode root)
    {
        var parent = Parent(root);
        if (parent is JsonArray items)
            return items[Index(items, items.Count - 1)];
        return parent.AsObject().TryGetPropertyValue(Last, out var value)
            ? value
            : throw new PatchException($"doc is missing key: {Text}");
    }

    /// <summary>The position that the last step means in <paramref name="items"/>, at most <paramref name="maximum"/>.</summary>
    public int Index(JsonArray items, int maximum)
    {
        if (Last == "-" && maximum == items.Count)
            return items.Count;
        return int.TryParse(Last, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= maximum
            ? index
            : throw new PatchException($"invalid index: {Text}, the array has {items.Count} items");
    }

    private static JsonNode? Child(JsonNode node, string step) =>
        node switch
        {
            JsonObject content => content[step],
            JsonArray items
                when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && index < items.Count => items[index],
            _ => null,
        };
}
