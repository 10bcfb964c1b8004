using Pipeline.Images.Documents;
using Pipeline.Images.Registries;

namespace Pipeline.Images.Tests.Registries;

/// <summary>Puts small images and what refers to them into a registry.</summary>
static class ImageFixture
{
    public static async Task<Descriptor> PutImageAsync(IImageRegistry registry, string content, string? tag = null)
    {
        var manifest = Manifest(
            await PutBlobAsync(registry, $$"""{"image":"{{content}}"}""", MediaTypes.Config),
            [
                await PutBlobAsync(registry, content, MediaTypes.LayerTar),
                await PutBlobAsync(registry, "shared", MediaTypes.LayerTar),
            ]
        );
        return await PutManifestAsync(registry, manifest, tag);
    }

    public static async Task<Descriptor> PutReferrerAsync(IImageRegistry registry, Descriptor subject, string content)
    {
        var manifest = Manifest(
            await PutBlobAsync(registry, "{}", MediaTypes.Empty),
            [await PutBlobAsync(registry, content, "application/json")]
        ) with
        {
            ArtifactType = "application/vnd.example.statement+json",
            Subject = subject,
            Annotations = new Dictionary<string, string> { ["content"] = content },
        };
        return await PutManifestAsync(registry, manifest, tag: null);
    }

    public static async Task<Descriptor> PutIndexAsync(
        IImageRegistry registry,
        string tag,
        params Descriptor[] manifests
    )
    {
        var index = ImageIndex.Empty with { Manifests = manifests };
        var stored = new StoredManifest(MediaTypes.Index, OciJson.Write(index, OciJson.Index));
        await registry.WriteManifestAsync(stored, tag);
        return stored.Descriptor;
    }

    public static async Task<Descriptor> PutBlobAsync(IImageRegistry registry, string content, string mediaType)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(content);
        var blob = new Descriptor
        {
            MediaType = mediaType,
            Digest = Digest.Of(bytes),
            Size = bytes.Length,
        };
        await registry.WriteBlobAsync(blob, _ => Task.FromResult<Stream>(new MemoryStream(bytes)));
        return blob;
    }

    static ImageManifest Manifest(Descriptor config, IReadOnlyList<Descriptor> layers) =>
        new()
        {
            SchemaVersion = 2,
            MediaType = MediaTypes.Manifest,
            Config = config,
            Layers = layers,
        };

    static async Task<Descriptor> PutManifestAsync(IImageRegistry registry, ImageManifest manifest, string? tag)
    {
        var stored = new StoredManifest(MediaTypes.Manifest, OciJson.Write(manifest, OciJson.Manifest));
        await registry.WriteManifestAsync(stored, tag);
        return stored.Descriptor;
    }
}
