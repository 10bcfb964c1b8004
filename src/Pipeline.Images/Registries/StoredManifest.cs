using System.Text.Json;
using Pipeline.Images.Documents;

namespace Pipeline.Images.Registries;

/// <summary>A manifest or index as the bytes that its digest names.</summary>
public sealed record StoredManifest(string MediaType, ReadOnlyMemory<byte> Content)
{
    /// <summary>The digest of the bytes.</summary>
    public Digest Digest { get; } = Digest.Of(Content.Span);

    /// <summary>What an index lists this manifest as.</summary>
    public Descriptor Descriptor =>
        new()
        {
            MediaType = MediaType,
            Digest = Digest,
            Size = Content.Length,
        };

    /// <summary>The manifests that must be stored before this one; only an index has any.</summary>
    public IReadOnlyList<Descriptor> Manifests() => IsIndex ? ReadIndex().Manifests : [];

    /// <summary>The configuration and layers that must be stored before this one; an index has none.</summary>
    public IReadOnlyList<Descriptor> Blobs() => IsIndex ? [] : [ReadImage().Config, .. ReadImage().Layers];

    /// <summary>The digest that this manifest is about, or null.</summary>
    public Digest? Subject() => (IsIndex ? ReadIndex().Subject : ReadImage().Subject)?.Digest;

    /// <summary>What a list of referrers says of this manifest (distribution specification 1.1, "Listing Referrers").</summary>
    public Descriptor AsReferrer() =>
        IsIndex
            ? Descriptor with
            {
                ArtifactType = ReadIndex().ArtifactType,
                Annotations = ReadIndex().Annotations,
            }
            : Descriptor with
            {
                ArtifactType = ReadImage().ArtifactType ?? ReadImage().Config.MediaType,
                Annotations = ReadImage().Annotations,
            };

    bool IsIndex => MediaType is MediaTypes.Index or MediaTypes.DockerIndex;

    ImageIndex ReadIndex() => JsonSerializer.Deserialize(Content.Span, OciJson.Index)!;

    ImageManifest ReadImage() => JsonSerializer.Deserialize(Content.Span, OciJson.Manifest)!;
}
