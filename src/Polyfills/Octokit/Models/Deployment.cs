using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>That a commit is or was to be deployed.</summary>
public class Deployment
{
    [JsonInclude]
    public long Id { get; private set; }

    [JsonInclude]
    public string Sha { get; private set; }

    [JsonInclude]
    public string Environment { get; private set; }

    [JsonInclude]
    public string Description { get; private set; }

    [JsonInclude]
    public string Task { get; private set; }
}
