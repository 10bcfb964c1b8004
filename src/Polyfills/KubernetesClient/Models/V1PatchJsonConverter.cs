using System.Text.Json;
using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>Writes the content of a patch: a string as it is, anything else as JSON.</summary>
internal sealed class V1PatchJsonConverter : JsonConverter<V1Patch>
{
    public override V1Patch Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A patch is sent and never read back.");

    public override void Write(Utf8JsonWriter writer, V1Patch value, JsonSerializerOptions options)
    {
        if (value.Content is string raw)
            writer.WriteRawValue(raw);
        else
            JsonSerializer.Serialize(writer, value.Content, options);
    }
}
