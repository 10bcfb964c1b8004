using System.Text.Json;
using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>JSON as GitHub writes it: names and values of enumerations in snake case.</summary>
internal static class GitHubJson
{
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower),
                new StringEnumConverterFactory(),
            },
        };
}
