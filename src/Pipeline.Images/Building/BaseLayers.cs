using System.Collections.Immutable;
using System.Text.Json;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;
using Pipeline.Images.Registries;

namespace Pipeline.Images.Building;

/// <summary>What an image takes over from the image that it is built on.</summary>
sealed record BaseLayers(ImmutableArray<BuiltLayer> Layers, ImageConfig? Config)
{
    private const int MaxConfigBytes = 4 << 20;

    /// <summary>Nothing: the image is built on no other.</summary>
    public static BaseLayers None { get; } = new([], Config: null);

    /// <summary>Copies the base's layers into the layout, verifying each; what is there is not fetched again.</summary>
    public static async Task<BaseLayers> CopyAsync(
        BaseImage image,
        OciLayout target,
        CancellationToken cancellationToken
    )
    {
        var (source, digest, _) = image;
        var blobs = (await FindManifestAsync(source, digest, cancellationToken)).Blobs();
        var config = await ReadConfigAsync(source, blobs[0], cancellationToken);
        var layers = blobs.Skip(1).Select(AsOci).ToList();
        if (config.RootFilesystem.DiffIds.Count != layers.Count)
            throw new ImageBuildException(
                $"{source.Location}: base image {digest} has {layers.Count} layers, but its configuration lists {config.RootFilesystem.DiffIds.Count}."
            );

        foreach (var layer in layers.Where(layer => !target.Has(layer)))
        {
            await using var content = await source.OpenBlobAsync(layer, cancellationToken);
            await using var writer = target.CreateBlob();
            await content.CopyToAsync(writer, cancellationToken);
            await writer.CompleteAsync(layer.MediaType, layer.Digest, cancellationToken);
        }

        return new BaseLayers(
            [
                .. layers.Zip(
                    config.RootFilesystem.DiffIds,
                    (layer, diffId) => new BuiltLayer(LayerName.Base, layer, diffId, FileCount: 0, Reused: true)
                ),
            ],
            config
        );
    }

    private static async Task<StoredManifest> FindManifestAsync(
        IImageRegistry source,
        Digest digest,
        CancellationToken cancellationToken
    )
    {
        var manifest = await ReadManifestAsync(source, digest, cancellationToken);
        if (manifest.Manifests() is not { Count: > 0 } platforms)
            return manifest;

        var ours =
            platforms.FirstOrDefault(each => each.Platform?.Matches(ImagePlatform.LinuxAmd64) ?? false)
            ?? throw new ImageBuildException(
                $"{source.Location}: base image {digest} has no manifest for linux/amd64."
            );
        return await ReadManifestAsync(source, ours.Digest, cancellationToken);
    }

    private static async Task<StoredManifest> ReadManifestAsync(
        IImageRegistry source,
        Digest digest,
        CancellationToken cancellationToken
    ) =>
        await source.FindManifestAsync(digest.ToString(), cancellationToken)
        ?? throw new ImageBuildException($"{source.Location} has no image {digest} to build on.");

    private static async Task<ImageConfig> ReadConfigAsync(
        IImageRegistry source,
        Descriptor config,
        CancellationToken cancellationToken
    )
    {
        if (config.Size > MaxConfigBytes)
            throw new ImageBuildException(
                $"{source.Location}: configuration {config.Digest} has {config.Size} bytes, expected at most 4 MiB."
            );
        await using var blob = await source.OpenBlobAsync(config, cancellationToken);
        var content = new MemoryStream();
        await blob.CopyToAsync(content, cancellationToken);
        return JsonSerializer.Deserialize(content.ToArray(), OciJson.Config)
            ?? throw new ImageBuildException($"{source.Location}: configuration {config.Digest} is null.");
    }

    // An OCI manifest may not list layers by Docker's older names; the bytes are the same.
    private static Descriptor AsOci(Descriptor layer) =>
        layer with
        {
            MediaType = layer.MediaType switch
            {
                MediaTypes.DockerLayer => MediaTypes.LayerTarGzip,
                var known => known,
            },
        };
}
