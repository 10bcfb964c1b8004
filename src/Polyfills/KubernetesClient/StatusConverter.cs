using System.Text.Json;
using System.Text.Json.Serialization;
using k8s.Models;

namespace k8s;

/// <summary>
/// Reads a status also where the server answers with the object instead, as it does when a deletion has only begun; the
/// <c>status</c> of such an object is no text.
/// </summary>
internal sealed class StatusConverter : JsonConverter<V1Status>
{
    public override V1Status Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        var isStatus = root.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.String;
        return new V1Status
        {
            ApiVersion = Text(root, "apiVersion"),
            Kind = Text(root, "kind"),
            Metadata = Part<V1ListMeta>(root, "metadata", options),
            Code = Part<int?>(root, "code", options),
            Details = Part<V1StatusDetails>(root, "details", options),
            Message = Text(root, "message"),
            Reason = Text(root, "reason"),
            Status = isStatus ? status.GetString() : null,
        };
    }

    public override void Write(Utf8JsonWriter writer, V1Status value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(
            writer,
            new
            {
                value.ApiVersion,
                value.Code,
                value.Details,
                value.Kind,
                value.Message,
                value.Metadata,
                value.Reason,
                value.Status,
            },
            options
        );

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static T Part<T>(JsonElement root, string name, JsonSerializerOptions options) =>
        root.TryGetProperty(name, out var value) ? value.Deserialize<T>(options) : default;
}
