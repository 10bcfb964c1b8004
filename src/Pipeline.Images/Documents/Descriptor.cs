namespace Pipeline.Images.Documents;

/// <summary>Names a blob by type, digest and size in bytes (OCI image specification, "Content Descriptors").</summary>
public sealed record Descriptor
{
    /// <summary>What the blob is, such as <see cref="MediaTypes.Manifest"/>.</summary>
    public required string MediaType { get; init; }

    /// <summary>The digest of the blob's bytes.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The blob's length in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Where else the blob can be fetched from.</summary>
    public IReadOnlyList<string>? Urls { get; init; }

    /// <summary>Free text by key; the tag in a layout's index is one.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    /// <summary>The blob itself, embedded.</summary>
    public byte[]? Data { get; init; }

    /// <summary>What kind of artifact a manifest describes.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>What machine an image in an index runs on.</summary>
    public ImagePlatform? Platform { get; init; }

    /// <summary>The tag that a layout's index gives this descriptor, or null.</summary>
    public string? Tag() => Annotations?.GetValueOrDefault(AnnotationKeys.RefName);

    /// <summary>The same descriptor under that tag, or under none.</summary>
    public Descriptor WithTag(string? tag)
    {
        var annotations = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Annotations ?? new Dictionary<string, string>())
            annotations[key] = value;

        annotations.Remove(AnnotationKeys.RefName);
        if (tag is not null)
            annotations[AnnotationKeys.RefName] = tag;

        return this with
        {
            Annotations = annotations.Count == 0 ? null : annotations,
        };
    }
}
