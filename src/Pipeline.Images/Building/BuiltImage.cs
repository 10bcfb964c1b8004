using System.Collections.Immutable;
using Pipeline.Images.Documents;

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
}
