using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Rollouts.Status;

/// <summary>The status of environments as JSON, for other programs.</summary>
public static class StatusJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // It is read by programs, never embedded in a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>An array with an element per environment.</summary>
    public static string Write(IReadOnlyList<EnvironmentStatus> environments) =>
        JsonSerializer.Serialize(environments, Options);
}
