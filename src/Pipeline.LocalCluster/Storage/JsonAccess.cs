using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Storage;

/// <summary>Reading JSON by path, where anything may be missing or of another type.</summary>
public static class JsonAccess
{
    /// <summary>What lies at <paramref name="path"/>, or null.</summary>
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return node;
    }

    /// <summary>The string at <paramref name="path"/>, or null.</summary>
    public static string? Text(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.GetValueKind() == JsonValueKind.String ? (string?)value : null;

    /// <summary>The whole number at <paramref name="path"/>, or null.</summary>
    public static int? Int(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value
        && value.GetValueKind() == JsonValueKind.Number
        && int.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Whether there is a true at <paramref name="path"/>.</summary>
    public static bool Flag(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path)?.GetValueKind() == JsonValueKind.True;

    /// <summary>The time at <paramref name="path"/>, or null.</summary>
    public static DateTimeOffset? Time(this JsonNode? node, params ReadOnlySpan<string> path) =>
        DateTimeOffset.TryParse(
            node.Text(path),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;

    /// <summary>The objects of the array at <paramref name="path"/>; none if there is no array.</summary>
    public static IEnumerable<JsonObject> Items(this JsonNode? node, params ReadOnlySpan<string> path) =>
        (node.At(path) as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>The strings of the array at <paramref name="path"/>; none if there is no array.</summary>
    public static IEnumerable<string> Texts(this JsonNode? node, params ReadOnlySpan<string> path) =>
        (node.At(path) as JsonArray)?.Select(item => item.Text()).OfType<string>() ?? [];

    /// <summary>The names and strings of the object at <paramref name="path"/>: labels, annotations, selectors.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Map(
        this JsonNode? node,
        params ReadOnlySpan<string> path
    ) => (node.At(path) as JsonObject)?.Select(p => KeyValuePair.Create(p.Key, p.Value.Text() ?? "")) ?? [];

    /// <summary>The object called <paramref name="name"/>, which is added if it is not there.</summary>
    public static JsonObject Within(this JsonObject content, string name)
    {
        if (content[name] is JsonObject present)
            return present;
        var added = new JsonObject();
        content[name] = added;
        return added;
    }
}
