using Pipeline.Images;

namespace Pipeline.LocalCluster.Node.Unpacking;

/// <summary>
/// The <c>image</c> of a container. Only its digest counts: registry and repository say where others get the image, here it
/// comes from the cluster's layout directory.
/// </summary>
internal static class ImageReference
{
    /// <summary>The digest of <c>name@sha256:…</c>.</summary>
    /// <exception cref="ImagePullException">There is none, or it is malformed.</exception>
    public static Digest DigestOf(string image)
    {
        var at = image.LastIndexOf('@');
        if (at < 0)
            throw new ImagePullException(
                "ErrImageNeverPull",
                $"Image \"{image}\" names no digest, and the embedded cluster pulls nothing by tag: use name@sha256:…"
            );
        return Digest.TryParse(image[(at + 1)..], out var digest)
            ? digest
            : throw new ImagePullException(
                "InvalidImageName",
                $"Image \"{image}\": {image[(at + 1)..]} is not a digest"
            );
    }
}
