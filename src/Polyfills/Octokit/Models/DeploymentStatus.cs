using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>How a deployment stood at one time.</summary>
public class DeploymentStatus
{
    [JsonInclude]
    public StringEnum<DeploymentState> State { get; private set; }

    [JsonInclude]
    public string Description { get; private set; }
}
