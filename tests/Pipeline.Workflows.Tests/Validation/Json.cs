using System.Text.Json.Nodes;
using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.Tests.Validation;

/// <summary>The JSON that means the same as a document; keys in ordinal order, since JavaScript moves some to the front.</summary>
internal static class Json
{
    public static string Of(YamlNode node) => Normalized(Node(node)?.ToJsonString() ?? "null");

    public static string Normalized(string json) => Sorted(JsonNode.Parse(json))?.ToJsonString() ?? "null";

    private static JsonNode? Node(YamlNode node) =>
        node switch
        {
            YamlText text => text.Text,
            YamlToken token => JsonNode.Parse(token.Token),
            YamlSequence sequence => new JsonArray([.. sequence.Select(Node)]),
            YamlMapping mapping => new JsonObject(
                mapping.Select(entry => KeyValuePair.Create(entry.Key, Node(entry.Value)))
            ),
            _ => null,
        };

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject mapping => new JsonObject(
                mapping
                    .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                    .Select(entry => KeyValuePair.Create(entry.Key, Sorted(entry.Value)))
            ),
            JsonArray sequence => new JsonArray([.. sequence.Select(Sorted)]),
            _ => node?.DeepClone(),
        };
}
