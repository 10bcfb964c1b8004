using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>A file of a release.</summary>
public class ReleaseAsset
{
    [JsonInclude]
    public int Id { get; private set; }

    [JsonInclude]
    public string Name { get; private set; }

    /// <summary><c>uploaded</c>, or something else when the upload broke off.</summary>
    [JsonInclude]
    public string State { get; private set; }

    /// <summary>In bytes.</summary>
    [JsonInclude]
    public int Size { get; private set; }
}
