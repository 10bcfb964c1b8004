using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Core;

/// <summary>The JSON form of every record that is kept: equal values have equal bytes, on every platform.</summary>
public static class StableJson
{
    private static readonly JsonSerializerOptions Indented = Options(indented: true);
    private static readonly JsonSerializerOptions Compact = Options(indented: false);

    /// <summary>The value as indented JSON that ends in a line feed, for files that people read.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Indented) + "\n";

    /// <summary>The value as JSON on one line, for records with many numbers.</summary>
    public static string WriteCompact<T>(T value) => JsonSerializer.Serialize(value, Compact);

    /// <summary>Reads what <see cref="Write"/> or <see cref="WriteCompact"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <param name="origin">Where it came from, for the error message.</param>
    /// <exception cref="FormatException">It is no JSON, or not of this type.</exception>
    public static T Read<T>(string json, string origin)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Compact)
                ?? throw new FormatException($"{origin}: expected {typeof(T).Name}, found null");
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            throw new FormatException($"{origin}: expected {typeof(T).Name}: {problem.Message}", problem);
        }
    }

    private static JsonSerializerOptions Options(bool indented) =>
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            IgnoreReadOnlyProperties = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
}
