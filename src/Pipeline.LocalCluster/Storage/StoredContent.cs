using System.Globalization;
using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Storage;

/// <summary>What the store itself does with content: it stamps the resource version, and tells a change from none.</summary>
internal static class StoredContent
{
    private const string Metadata = "metadata";
    private const string ResourceVersion = "resourceVersion";

    /// <summary>The bytes of <paramref name="content"/> with <paramref name="version"/> in its metadata; the argument is left alone.</summary>
    public static ReadOnlyMemory<byte> Stamp(JsonObject content, long version)
    {
        return JsonText.Utf8(writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, value) in content)
            {
                writer.WritePropertyName(name);
                if (name == Metadata && value is JsonObject metadata)
                    WriteMetadata(metadata);
                else if (value is null)
                    writer.WriteNullValue();
                else
                    value.WriteTo(writer);
            }

            writer.WriteEndObject();

            void WriteMetadata(JsonObject metadata)
            {
                writer.WriteStartObject();
                foreach (var (name, value) in metadata)
                {
                    if (name == ResourceVersion || value is null)
                        continue;
                    writer.WritePropertyName(name);
                    value.WriteTo(writer);
                }

                writer.WriteString(ResourceVersion, version.ToString(CultureInfo.InvariantCulture));
                writer.WriteEndObject();
            }
        });
    }

    /// <summary>Whether two contents are equal but for the resource version and the order of properties.</summary>
    public static bool Same(JsonObject left, JsonObject right) =>
        SameBut(left, right, Metadata)
        && SameBut(left[Metadata] as JsonObject, right[Metadata] as JsonObject, ResourceVersion);

    private static bool SameBut(JsonObject? left, JsonObject? right, string ignored)
    {
        if (left is null || right is null)
            return left is null && right is null;
        var names = left.Select(p => p.Key).Union(right.Select(p => p.Key)).Where(name => name != ignored);
        return names.All(name =>
            left.ContainsKey(name) == right.ContainsKey(name) && JsonNode.DeepEquals(left[name], right[name])
        );
    }
}
