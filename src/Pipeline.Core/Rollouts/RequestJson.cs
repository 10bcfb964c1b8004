using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Rollouts;

/// <summary>The JSON form in which a request is left for the executor.</summary>
public static class RequestJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The request as one line of JSON.</summary>
    public static string Write(OperatorRequest request) => JsonSerializer.Serialize(request, Options);

    /// <summary>Reads what <see cref="Write"/> wrote; null when it is something else, which must not end a rollout.</summary>
    public static OperatorRequest? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<OperatorRequest>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
