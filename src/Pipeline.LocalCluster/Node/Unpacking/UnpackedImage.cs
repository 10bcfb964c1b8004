using Pipeline.Images;
using Pipeline.Images.Documents;

namespace Pipeline.LocalCluster.Node.Unpacking;

/// <summary>An image whose files are on this machine.</summary>
internal sealed record UnpackedImage(Digest Digest, ImageRoot Root, ContainerConfig Config)
{
    /// <summary>Whether it was already there, so that nothing had to be unpacked.</summary>
    public required bool WasCached { get; init; }
}
