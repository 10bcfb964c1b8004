using System.Text.Json;
using System.Text.Json.Serialization;

namespace k8s;

/// <summary>JSON as Kubernetes writes it: camel case, nothing for null, times in UTC.</summary>
public static class KubernetesJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new MicroTimeConverter(), new StatusConverter() },
    };

    public static TValue Deserialize<TValue>(string json, JsonSerializerOptions jsonSerializerOptions = null) =>
        JsonSerializer.Deserialize<TValue>(json, jsonSerializerOptions ?? Options);

    public static TValue Deserialize<TValue>(JsonElement json, JsonSerializerOptions jsonSerializerOptions = null) =>
        json.Deserialize<TValue>(jsonSerializerOptions ?? Options);

    public static string Serialize(object value, JsonSerializerOptions jsonSerializerOptions = null) =>
        JsonSerializer.Serialize(value, jsonSerializerOptions ?? Options);

    internal static ValueTask<TValue> DeserializeAsync<TValue>(Stream json, CancellationToken cancellationToken) =>
        JsonSerializer.DeserializeAsync<TValue>(json, Options, cancellationToken);
}
