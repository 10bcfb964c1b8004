namespace Pipeline.Images.Documents;

/// <summary>An OCI image manifest: a configuration and the layers, lowest first.</summary>
public sealed record ImageManifest
{
    /// <summary>Always 2.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Always <see cref="MediaTypes.Manifest"/> when we write it.</summary>
    public string? MediaType { get; init; }

    /// <summary>What kind of artifact this is, when it is not an image.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>The configuration.</summary>
    public required Descriptor Config { get; init; }

    /// <summary>The layers, lowest first.</summary>
    public required IReadOnlyList<Descriptor> Layers { get; init; }

    /// <summary>The manifest that this one is about (a referrer's subject).</summary>
    public Descriptor? Subject { get; init; }

    /// <summary>Free text by key.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}
