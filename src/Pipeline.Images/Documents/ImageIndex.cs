namespace Pipeline.Images.Documents;

/// <summary>An OCI image index: of a layout (<c>index.json</c>, with tags) or of several platforms.</summary>
public sealed record ImageIndex
{
    /// <summary>Always 2.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Always <see cref="MediaTypes.Index"/> when we write it.</summary>
    public string? MediaType { get; init; }

    /// <summary>What kind of artifact this is, when it is not a set of images.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>The manifests.</summary>
    public required IReadOnlyList<Descriptor> Manifests { get; init; }

    /// <summary>The manifest that this one is about.</summary>
    public Descriptor? Subject { get; init; }

    /// <summary>Free text by key.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    /// <summary>An index without manifests.</summary>
    public static ImageIndex Empty { get; } =
        new()
        {
            SchemaVersion = 2,
            MediaType = MediaTypes.Index,
            Manifests = [],
        };

    /// <summary>The manifest that carries the tag, or null.</summary>
    public Descriptor? Find(string tag) => Manifests.FirstOrDefault(manifest => manifest.Tag() == tag);

    /// <summary>This index with the manifest listed; unchanged when it is there already, under whatever tag.</summary>
    public ImageIndex With(Descriptor manifest) =>
        Manifests.Any(listed => listed.Digest == manifest.Digest)
            ? this
            : this with
            {
                Manifests = [.. Manifests, manifest.WithTag(null)],
            };

    /// <summary>This index with the tag on that manifest; who had the tag before stays listed without it.</summary>
    public ImageIndex WithTag(Descriptor manifest, string tag)
    {
        if (Find(tag)?.Digest == manifest.Digest)
            return this;

        var others = Manifests.Select(listed => listed.Tag() == tag ? listed.WithTag(null) : listed);
        return this with { Manifests = WithoutRepeats([.. others, manifest.WithTag(tag)]) };
    }

    /// <summary>This index without any mention of those manifests.</summary>
    public ImageIndex Without(IReadOnlySet<Digest> manifests) =>
        this with
        {
            Manifests = [.. Manifests.Where(listed => !manifests.Contains(listed.Digest))],
        };

    // A manifest that lost its last tag stays listed once; one that has tags is listed once per tag.
    static IReadOnlyList<Descriptor> WithoutRepeats(IReadOnlyList<Descriptor> manifests)
    {
        var tagged = manifests.Where(listed => listed.Tag() is not null).Select(listed => listed.Digest).ToHashSet();
        return
        [
            .. manifests
                .Where(listed => listed.Tag() is not null || !tagged.Contains(listed.Digest))
                .DistinctBy(listed => (listed.Digest, listed.Tag())),
        ];
    }
}
