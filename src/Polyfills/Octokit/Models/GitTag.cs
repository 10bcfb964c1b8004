using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>An annotated tag.</summary>
public class GitTag : GitReference
{
    [JsonInclude]
    public string Tag { get; private set; }

    [JsonInclude]
    public TagObject Object { get; private set; }
}
