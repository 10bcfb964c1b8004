namespace Pipeline.Images.Documents;

/// <summary>Keys of annotations and labels that the OCI image specification reserves, as far as we use them.</summary>
public static class AnnotationKeys
{
    /// <summary>The tag of a descriptor in a layout's index.</summary>
    public const string RefName = "org.opencontainers.image.ref.name";

    /// <summary>The name of the software, for people.</summary>
    public const string Title = "org.opencontainers.image.title";

    /// <summary>Where the source code can be found.</summary>
    public const string Source = "org.opencontainers.image.source";

    /// <summary>The commit that the image was built from.</summary>
    public const string Revision = "org.opencontainers.image.revision";

    /// <summary>The version of the packaged software.</summary>
    public const string Version = "org.opencontainers.image.version";

    /// <summary>When the image was built, as RFC 3339 text.</summary>
    public const string Created = "org.opencontainers.image.created";

    /// <summary>The reference of the base image.</summary>
    public const string BaseName = "org.opencontainers.image.base.name";

    /// <summary>The digest of the base image.</summary>
    public const string BaseDigest = "org.opencontainers.image.base.digest";

    /// <summary>What is in a Sigstore bundle.</summary>
    public const string BundleContent = "dev.sigstore.bundle.content";

    /// <summary>The predicate type of the statement in a Sigstore bundle.</summary>
    public const string BundlePredicateType = "dev.sigstore.bundle.predicateType";

    /// <summary>Ours: the digest of the base image, or <see cref="NoBase"/>.</summary>
    public const string Base = "pipeline.build/base";

    /// <summary>The value of <see cref="Base"/> for a self-contained program that only the embedded cluster can run.</summary>
    public const string NoBase = "none";
}
