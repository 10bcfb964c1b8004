using System.Text.Json.Serialization;

namespace Pipeline.Images.Documents;

/// <summary>The uncompressed digests of an image's layers, lowest first.</summary>
public sealed record RootFilesystem
{
    /// <summary>Always <c>layers</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The digests of the layers' tar files before compression, lowest first.</summary>
    [JsonPropertyName("diff_ids")]
    public required IReadOnlyList<Digest> DiffIds { get; init; }
}
