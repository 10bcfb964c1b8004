using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Storage;

/// <summary>Reading of stored objects: what is missing, or of another type than asked for, reads as absent.</summary>
internal static class JsonReading
{
    /// <summary>The node that is reached through the given member names, or null.</summary>
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return node;
    }

    public static string? Text(this JsonNode? node, string name) => node.At(name).As<string>();

    public static int? Number(this JsonNode? node, string name) => node.At(name).As<int?>();

    public static bool? Flag(this JsonNode? node, string name) => node.At(name).As<bool?>();

    public static DateTimeOffset? Time(this JsonNode? node, string name) => node.At(name).As<DateTimeOffset?>();

    /// <summary>The elements of the array of that name; none if there is no such array.</summary>
    public static IEnumerable<JsonNode> Items(this JsonNode? node, string name) =>
        (node.At(name) as JsonArray)?.OfType<JsonNode>() ?? [];

    /// <summary>The elements of the array of that name that are text.</summary>
    public static IEnumerable<string> Texts(this JsonNode? node, string name) =>
        node.Items(name).Select(item => item.As<string>()).OfType<string>();

    /// <summary>The members of the object of that name that are text: labels, the data of a ConfigMap.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(this JsonNode? node, string name)
    {
        foreach (var (key, value) in node.At(name) as JsonObject ?? [])
        {
            if (value.As<string>() is { } text)
                yield return KeyValuePair.Create(key, text);
        }
    }

    private static T? As<T>(this JsonNode? node) => node is JsonValue value && value.TryGetValue<T>(out var it) ? it : default;
}
