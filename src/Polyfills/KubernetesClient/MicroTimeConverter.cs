using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace k8s;

/// <summary>RFC 3339 in UTC, written with exactly six digits: the API server refuses fewer in the times of a lease.</summary>
internal sealed class MicroTimeConverter : JsonConverter<DateTime>
{
    private const string MicroTime = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset
            .Parse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            .UtcDateTime;

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToUniversalTime().ToString(MicroTime, CultureInfo.InvariantCulture));
}
