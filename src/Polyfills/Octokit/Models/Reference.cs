using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>A branch or tag.</summary>
public class Reference
{
    /// <summary>For example <c>refs/tags/v1.0.0</c>.</summary>
    [JsonInclude]
    public string Ref { get; private set; }

    /// <summary>What it points at: a commit, or an annotated tag.</summary>
    [JsonInclude]
    public TagObject Object { get; private set; }
}
