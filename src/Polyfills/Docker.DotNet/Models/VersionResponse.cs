using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>Which engine it is.</summary>
public class VersionResponse
{
    public string Version { get; set; }

    [JsonPropertyName("ApiVersion")]
    public string APIVersion { get; set; }

    public string Os { get; set; }

    public string Arch { get; set; }
}
