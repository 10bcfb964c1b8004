using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Registries;

/// <summary>
/// A registry that is a layout directory. What <c>index.json</c> lists is complete: a manifest is listed only when everything it needs is
/// there, so whoever dies in the middle of a push leaves nothing but blobs that the next push reuses.
/// </summary>
public sealed class LayoutRegistry(OciLayout layout) : IImageRegistry
{
    /// <inheritdoc/>
    public string Location => layout.Root;

    /// <summary>Opens a layout directory, making an empty one where there is none.</summary>
    public static async Task<LayoutRegistry> OpenAsync(
        string directory,
        CancellationToken cancellationToken = default
    ) => new(await OciLayout.CreateAsync(directory, cancellationToken: cancellationToken));

    /// <inheritdoc/>
    public Task<bool> HasBlobAsync(Descriptor blob, CancellationToken cancellationToken = default) =>
        Task.FromResult(layout.Has(blob));

    /// <inheritdoc/>
    public Task<Stream> OpenBlobAsync(Descriptor blob, CancellationToken cancellationToken = default) =>
        Task.FromResult(layout.OpenBlob(blob));

    /// <inheritdoc/>
    public async Task WriteBlobAsync(
        Descriptor blob,
        Func<CancellationToken, Task<Stream>> open,
        CancellationToken cancellationToken = default
    )
    {
        await using var content = await open(cancellationToken);
        await using var writer = layout.CreateBlob();
        await content.CopyToAsync(writer, cancellationToken);
        await writer.CompleteAsync(blob.MediaType, blob.Digest, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<StoredManifest?> FindManifestAsync(
        string reference,
        CancellationToken cancellationToken = default
    )
    {
        var index = await layout.ReadIndexAsync(cancellationToken);
        var listed = Digest.TryParse(reference, out var digest)
            ? await LocateAsync(index, digest, cancellationToken)
            : index.Find(reference);
        return listed is null ? null : await ReadAsync(listed, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task WriteManifestAsync(
        StoredManifest manifest,
        string? tag,
        CancellationToken cancellationToken = default
    )
    {
        var missing = manifest.Blobs().Concat(manifest.Manifests()).FirstOrDefault(blob => !layout.Has(blob));
        if (missing is not null)
            throw new RegistryException(
                $"{Location}: manifest {manifest.Digest} needs {missing.MediaType} {missing.Digest}, which is not there. Push it first."
            );

        await layout.WriteBlobAsync(manifest.Content, manifest.MediaType, cancellationToken);
        await layout.UpdateIndexAsync(
            index => tag is null ? index.With(manifest.Descriptor) : index.WithTag(manifest.Descriptor, tag),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Descriptor>> ReferrersAsync(
        Digest subject,
        CancellationToken cancellationToken = default
    )
    {
        var referrers = new List<Descriptor>();
        foreach (
            var listed in (await layout.ReadIndexAsync(cancellationToken)).Manifests.DistinctBy(entry => entry.Digest)
        )
        {
            var manifest = await ReadAsync(listed, cancellationToken);
            if (manifest.Subject() == subject)
                referrers.Add(manifest.AsReferrer());
        }

        return referrers;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> TagsAsync(CancellationToken cancellationToken = default) =>
        [
            .. (await layout.ReadIndexAsync(cancellationToken))
                .Manifests.Select(manifest => manifest.Tag())
                .OfType<string>()
                .Order(StringComparer.Ordinal),
        ];

    /// <inheritdoc/>
    public Task DeleteManifestAsync(Digest digest, CancellationToken cancellationToken = default) =>
        layout.UpdateIndexAsync(index => index.Without(new HashSet<Digest> { digest }), cancellationToken);

    // Other tools list only the outermost index of an image for several platforms.
    async Task<Descriptor?> LocateAsync(ImageIndex index, Digest digest, CancellationToken cancellationToken)
    {
        if (index.Manifests.FirstOrDefault(manifest => manifest.Digest == digest) is { } listed)
            return listed;

        foreach (var nested in index.Manifests.Where(manifest => manifest.MediaType == MediaTypes.Index))
        {
            var below = await layout.ReadNestedIndexAsync(nested.Digest, cancellationToken);
            if (await LocateAsync(below, digest, cancellationToken) is { } found)
                return found;
        }

        return null;
    }

    async Task<StoredManifest> ReadAsync(Descriptor listed, CancellationToken cancellationToken) =>
        new(listed.MediaType, await layout.ReadBlobAsync(listed.Digest, cancellationToken));
}
