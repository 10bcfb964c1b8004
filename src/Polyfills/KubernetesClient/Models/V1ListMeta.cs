using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>Where a list was read and whether there is more of it.</summary>
public record V1ListMeta
{
    [JsonPropertyName("continue")]
    public string ContinueProperty { get; set; }

    public long? RemainingItemCount { get; set; }

    public string ResourceVersion { get; set; }
}
