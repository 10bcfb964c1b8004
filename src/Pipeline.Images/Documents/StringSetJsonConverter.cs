using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Images.Documents;

/// <summary>Reads and writes Go's way of saying "set of strings": <c>{"8080/tcp":{}}</c>.</summary>
public sealed class StringSetJsonConverter : JsonConverter<IReadOnlyList<string>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"expected an object whose keys are the values, found {reader.TokenType}");

        var values = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            values.Add(reader.GetString()!);
            reader.Read();
            reader.Skip();
        }

        return values;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var item in value)
        {
            writer.WriteStartObject(item);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
