using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>A published version.</summary>
public class Release
{
    [JsonInclude]
    public long Id { get; private set; }

    [JsonInclude]
    public string HtmlUrl { get; private set; }

    /// <summary>Template of the address that assets are sent to.</summary>
    [JsonInclude]
    public string UploadUrl { get; private set; }

    [JsonInclude]
    public string TagName { get; private set; }

    [JsonInclude]
    public string Name { get; private set; }

    [JsonInclude]
    public string Body { get; private set; }

    [JsonInclude]
    public bool Draft { get; private set; }

    [JsonInclude]
    public bool Prerelease { get; private set; }

    [JsonInclude]
    public IReadOnlyList<ReleaseAsset> Assets { get; private set; }
}
