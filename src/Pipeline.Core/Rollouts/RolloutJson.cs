using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Rollouts;

/// <summary>The JSON form of a rollout's state.</summary>
public static class RolloutJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The state as JSON.</summary>
    public static string Write(RolloutState state) => JsonSerializer.Serialize(state, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is not JSON of this form, or was written by a newer version of this program.</exception>
    public static RolloutState Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (VersionOf(document.RootElement) > RolloutState.CurrentSchema)
                throw new FormatException(
                    $"state.json has schemaVersion {VersionOf(document.RootElement)}, this program reads up to "
                        + $"{RolloutState.CurrentSchema}: a newer version of the pipeline wrote it; use that version"
                );
            return document.Deserialize<RolloutState>(Options)
                ?? throw new FormatException("state.json is null, expected the state of a rollout");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"state.json is not the state of a rollout: {problem.Message}", problem);
        }
    }

    private static int VersionOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("schemaVersion", out var version)
            ? version.GetInt32()
            : 0;
}
