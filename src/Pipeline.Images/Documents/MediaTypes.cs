namespace Pipeline.Images.Documents;

/// <summary>Media types of the OCI image specification 1.1 that we read or write.</summary>
public static class MediaTypes
{
    /// <summary>An image index.</summary>
    public const string Index = "application/vnd.oci.image.index.v1+json";

    /// <summary>An image manifest.</summary>
    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>An image configuration.</summary>
    public const string Config = "application/vnd.oci.image.config.v1+json";

    /// <summary>A layer: a tar file without compression.</summary>
    public const string LayerTar = "application/vnd.oci.image.layer.v1.tar";

    /// <summary>A layer: a tar file in a gzip stream.</summary>
    public const string LayerTarGzip = "application/vnd.oci.image.layer.v1.tar+gzip";

    /// <summary>The empty configuration of an artifact that is not an image.</summary>
    public const string Empty = "application/vnd.oci.empty.v1+json";

    /// <summary>An image index in Docker's older form.</summary>
    public const string DockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json";

    /// <summary>An image manifest in Docker's older form.</summary>
    public const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";

    /// <summary>A layer in Docker's older form, a tar file in a gzip stream too.</summary>
    public const string DockerLayer = "application/vnd.docker.image.rootfs.diff.tar.gzip";
}
