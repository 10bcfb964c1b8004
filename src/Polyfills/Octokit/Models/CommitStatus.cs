using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>What a check said of a commit.</summary>
public class CommitStatus
{
    [JsonInclude]
    public StringEnum<CommitState> State { get; private set; }

    [JsonInclude]
    public string Description { get; private set; }

    [JsonInclude]
    public string Context { get; private set; }
}
