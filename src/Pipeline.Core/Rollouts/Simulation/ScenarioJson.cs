using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Rollouts.Simulation;

/// <summary>Scenarios as files that people write.</summary>
public static class ScenarioJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Reads a scenario.</summary>
    /// <param name="json">The file's content.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="FormatException">It is none, or has problems; the message lists all of them.</exception>
    public static Scenario Read(string json, string file)
    {
        Scenario scenario;
        try
        {
            scenario =
                JsonSerializer.Deserialize<Scenario>(json, Options)
                ?? throw new FormatException($"{file} is null, expected a scenario");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"{file} is no scenario: {problem.Message}", problem);
        }

        var problems = scenario.Problems().Select(problem => $"{file}: {problem}").ToList();
        return problems.Count == 0 ? scenario : throw new FormatException(string.Join("\n", problems));
    }
}
