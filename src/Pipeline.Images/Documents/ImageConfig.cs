using System.Text.Json.Serialization;

namespace Pipeline.Images.Documents;

/// <summary>An OCI image configuration: the platform, how to run it, and the layers' uncompressed digests.</summary>
public sealed record ImageConfig
{
    /// <summary>When the image was built.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>The processor, such as <c>amd64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>The operating system, such as <c>linux</c>.</summary>
    public required string Os { get; init; }

    /// <summary>How the container is started.</summary>
    public ContainerConfig? Config { get; init; }

    /// <summary>The layers' uncompressed digests, lowest first.</summary>
    [JsonPropertyName("rootfs")]
    public required RootFilesystem RootFilesystem { get; init; }

    /// <summary>How each layer came to be, lowest first.</summary>
    public IReadOnlyList<HistoryEntry>? History { get; init; }
}
