using System.Collections.Immutable;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Building;

/// <summary>What an image takes over from the image that it is built on.</summary>
sealed record BaseLayers(ImmutableArray<BuiltLayer> Layers, ImageConfig? Config)
{
    /// <summary>Nothing: the image is built on no other.</summary>
    public static BaseLayers None { get; } = new([], Config: null);

    /// <summary>Copies the base's layers into the layout, verifying each.</summary>
    public static async Task<BaseLayers> CopyAsync(
        BaseImage image,
        OciLayout target,
        CancellationToken cancellationToken
    )
    {
        var source = OciLayout.Open(image.LayoutDirectory);
        var manifest = await ReadManifestAsync(source, image.Digest, cancellationToken);
        var config = await source.ReadConfigAsync(manifest.Config.Digest, cancellationToken);
        if (config.RootFilesystem.DiffIds.Count != manifest.Layers.Count)
            throw new ImageBuildException(
                $"{image.LayoutDirectory}: base image {image.Digest} has {manifest.Layers.Count} layers, but its configuration lists {config.RootFilesystem.DiffIds.Count}."
            );

        foreach (var layer in manifest.Layers)
            await target.CopyBlobAsync(source, layer, cancellationToken);

        return new BaseLayers(
            [
                .. manifest.Layers.Zip(
                    config.RootFilesystem.DiffIds,
                    (layer, diffId) => new BuiltLayer(LayerName.Base, layer, diffId, FileCount: 0, Reused: true)
                ),
            ],
            config
        );
    }

    static async Task<ImageManifest> ReadManifestAsync(
        OciLayout source,
        Digest digest,
        CancellationToken cancellationToken
    )
    {
        var listed = (await source.ReadIndexAsync(cancellationToken)).Manifests;
        if (listed.Any(manifest => manifest.Digest == digest && manifest.MediaType == MediaTypes.Index))
        {
            var index = await source.ReadNestedIndexAsync(digest, cancellationToken);
            var platform = ImagePlatform.LinuxAmd64;
            digest =
                index.Manifests.FirstOrDefault(manifest => manifest.Platform?.Matches(platform) ?? false)?.Digest
                ?? throw new ImageBuildException(
                    $"{source.Root}: base image {digest} has no manifest for linux/amd64."
                );
        }

        return await source.ReadManifestAsync(digest, cancellationToken);
    }
}
