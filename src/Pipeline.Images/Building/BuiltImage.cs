using System.Collections.Immutable;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Building;

/// <summary>An image that lies in a layout.</summary>
public sealed record BuiltImage
{
    /// <summary>The full path of the layout directory.</summary>
    public required string LayoutDirectory { get; init; }

    /// <summary>The tag of the image in that layout.</summary>
    public required string Tag { get; init; }

    /// <summary>The manifest.</summary>
    public required Descriptor Manifest { get; init; }

    /// <summary>The configuration.</summary>
    public required Descriptor Config { get; init; }

    /// <summary>The layers, lowest first.</summary>
    public required ImmutableArray<BuiltLayer> Layers { get; init; }

    /// <summary>The digest that names the image.</summary>
    public Digest Digest => Manifest.Digest;

    /// <summary>What a registry has to store, in bytes: manifest, configuration and compressed layers.</summary>
    public long Size => Manifest.Size + Config.Size + Layers.Sum(layer => layer.Descriptor.Size);

    /// <summary>Writes the manifest of an image whose configuration and layers are in the layout, and tags it.</summary>
    internal static async Task<BuiltImage> CompleteAsync(
        OciLayout layout,
        string tag,
        Descriptor config,
        ImmutableArray<BuiltLayer> layers,
        CancellationToken cancellationToken
    )
    {
        var content = new ImageManifest
        {
            SchemaVersion = 2,
            MediaType = MediaTypes.Manifest,
            Config = config,
            Layers = [.. layers.Select(layer => layer.Descriptor)],
        };
        var json = OciJson.Write(content, OciJson.Manifest);
        var manifest = await layout.WriteBlobAsync(json, MediaTypes.Manifest, cancellationToken);
        await layout.TagAsync(manifest, tag, cancellationToken);
        return new BuiltImage
        {
            LayoutDirectory = layout.Root,
            Tag = tag,
            Manifest = manifest,
            Config = config,
            Layers = layers,
        };
    }
}
