using System.Text.Json.Serialization;

namespace Pipeline.Images.Documents;

/// <summary>How one layer of an image came to be.</summary>
public sealed record HistoryEntry
{
    /// <summary>When the layer was made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>What made the layer.</summary>
    [JsonPropertyName("created_by")]
    public string? CreatedBy { get; init; }

    /// <summary>A note for people.</summary>
    public string? Comment { get; init; }

    /// <summary>True when this step added no layer.</summary>
    [JsonPropertyName("empty_layer")]
    public bool? EmptyLayer { get; init; }
}
