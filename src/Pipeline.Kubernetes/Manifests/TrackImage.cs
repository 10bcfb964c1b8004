namespace Pipeline.Kubernetes.Manifests;

/// <summary>The image that a track runs.</summary>
/// <param name="Reference">What a node pulls: the bare name in committed manifests, a repository with a digest in a cluster.</param>
/// <param name="Digest">The image's digest; null in committed manifests, which are older than the image.</param>
/// <param name="Version">The version that the image was built as, or null when it is not known.</param>
public sealed record TrackImage(string Reference, string? Digest = null, string? Version = null);
