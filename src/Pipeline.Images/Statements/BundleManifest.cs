using System.Globalization;
using System.Text.Json;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Signing;
using Pipeline.Images.Documents;
using Pipeline.Images.Registries;

namespace Pipeline.Images.Statements;

/// <summary>The manifest that a bundle lies in: an artifact whose subject is the image (cosign, BUNDLE_SPEC.md).</summary>
static class BundleManifest
{
    // A bill of materials of a large image has some hundred kilobytes.
    const int MaxBundleBytes = 32 << 20;

    static readonly byte[] EmptyConfig = "{}"u8.ToArray();

    public static async Task WriteAsync(
        IImageRegistry registry,
        Descriptor image,
        EvidencePredicate predicate,
        byte[] bundle,
        CancellationToken cancellationToken
    )
    {
        var config = await PutAsync(registry, EmptyConfig, MediaTypes.Empty, cancellationToken);
        var layer = await PutAsync(registry, bundle, SigstoreBundle.BundleType, cancellationToken);
        var manifest = new ImageManifest
        {
            SchemaVersion = 2,
            MediaType = MediaTypes.Manifest,
            ArtifactType = SigstoreBundle.BundleType,
            Config = config,
            Layers =
            [
                layer with
                {
                    Annotations = new SortedDictionary<string, string>(StringComparer.Ordinal)
                    {
                        [AnnotationKeys.Title] = $"sha256-{layer.Digest.Hex}.sigstore.json",
                    },
                },
            ],
            Subject = image,
            Annotations = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                [AnnotationKeys.BundleContent] = "dsse-envelope",
                [AnnotationKeys.BundlePredicateType] = PredicateTypes.UriOf(predicate),
                [AnnotationKeys.Created] = predicate.FoundAt.UtcDateTime.ToString(
                    "yyyy-MM-ddTHH:mm:ssZ",
                    CultureInfo.InvariantCulture
                ),
            },
        };
        var stored = new StoredManifest(MediaTypes.Manifest, OciJson.Write(manifest, OciJson.Manifest));
        await registry.WriteManifestAsync(stored, tag: null, cancellationToken);
    }

    public static async Task<byte[]> ReadAsync(
        IImageRegistry registry,
        Descriptor referrer,
        CancellationToken cancellationToken
    )
    {
        var stored =
            await registry.FindManifestAsync(referrer.Digest.ToString(), cancellationToken)
            ?? throw new FormatException("it is listed, but not there");
        var manifest = JsonSerializer.Deserialize(stored.Content.Span, OciJson.Manifest)!;
        if (manifest.Layers is not [{ MediaType: SigstoreBundle.BundleType, Size: >= 0 and <= MaxBundleBytes } layer])
            throw new FormatException(
                $"expected one layer of type {SigstoreBundle.BundleType} and at most {MaxBundleBytes >> 20} MiB, found {string.Join(", ", manifest.Layers.Select(found => $"{found.MediaType} of {found.Size} bytes"))}"
            );

        await using var content = await registry.OpenBlobAsync(layer, cancellationToken);
        var bundle = new MemoryStream((int)layer.Size);
        await content.CopyToAsync(bundle, cancellationToken);
        return bundle.ToArray();
    }

    static async Task<Descriptor> PutAsync(
        IImageRegistry registry,
        byte[] content,
        string mediaType,
        CancellationToken cancellationToken
    )
    {
        var blob = new Descriptor
        {
            MediaType = mediaType,
            Digest = Digest.Of(content),
            Size = content.Length,
        };
        if (!await registry.HasBlobAsync(blob, cancellationToken))
            await registry.WriteBlobAsync(
                blob,
                _ => Task.FromResult<Stream>(new MemoryStream(content)),
                cancellationToken
            );
        return blob;
    }
}
