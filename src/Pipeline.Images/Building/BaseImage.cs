using Pipeline.Images.Layouts;
using Pipeline.Images.Registries;
using Pipeline.Images.Registries.Remote;

namespace Pipeline.Images.Building;

/// <summary>An image to build on.</summary>
/// <param name="Source">The registry or layout that has it.</param>
/// <param name="Digest">The digest of its manifest, or of an index that lists one for linux/amd64.</param>
/// <param name="Name">What to call it in the label, such as <c>mcr.microsoft.com/dotnet/runtime-deps:10.0</c>.</param>
public sealed record BaseImage(IImageRegistry Source, Digest Digest, string? Name = null)
{
    /// <summary>
    /// Finds the image that a text names: <c>host/repository[:tag]@sha256:digest</c>, or a layout directory, with <c>@sha256:digest</c> where it
    /// holds several images.
    /// </summary>
    /// <param name="reference">The text.</param>
    /// <param name="credentialOf">The credential for a registry's host, or null.</param>
    /// <param name="cancellationToken">Ends the reading of the layout.</param>
    /// <exception cref="ImageBuildException">It names no image, or one whose bytes could change.</exception>
    public static async Task<BaseImage> FindAsync(
        string reference,
        Func<string, RegistryCredential?> credentialOf,
        CancellationToken cancellationToken = default
    )
    {
        var (name, digest) = SplitDigest(reference);
        if (Directory.Exists(name))
            return new BaseImage(
                new LayoutRegistry(OciLayout.Open(name)),
                digest ?? await OnlyDigestAsync(OciLayout.Open(name), cancellationToken)
            );

        if (!RegistryReference.TryParse(name, out var remote))
            throw new ImageBuildException(
                $"base image '{reference}' is neither a layout directory nor a registry reference: expected "
                    + "host/repository:tag@sha256:<digest>, such as mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled@sha256:…"
            );
        if (digest is null)
            throw new ImageBuildException(
                $"base image '{reference}' has no digest, and a tag moves: write {reference}@sha256:<digest>, as "
                    + $"'skopeo inspect docker://{reference}' shows it"
            );
        var options = new RemoteRegistryOptions { Credential = credentialOf(remote.Host) };
        return new BaseImage(new RemoteRegistry(remote, options), digest, name);
    }

    private static (string Name, Digest? Digest) SplitDigest(string reference)
    {
        var at = reference.LastIndexOf('@');
        return at > 0 && Images.Digest.TryParse(reference[(at + 1)..], out var digest)
            ? (reference[..at], digest)
            : (reference, null);
    }

    private static async Task<Digest> OnlyDigestAsync(OciLayout layout, CancellationToken cancellationToken)
    {
        var listed = (await layout.ReadIndexAsync(cancellationToken))
            .Manifests.Select(manifest => manifest.Digest)
            .Distinct()
            .ToList();
        return listed is [var only]
            ? only
            : throw new ImageBuildException(
                $"base image '{layout.Root}' is a layout with {listed.Count} images: write {layout.Root}@sha256:<digest>"
            );
    }
}
