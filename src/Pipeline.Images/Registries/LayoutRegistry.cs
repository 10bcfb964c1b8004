using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Registries;

/// <summary>
/// A registry that is a layout directory. What <c>index.json</c> lists is complete: a manifest is listed only when everything it needs is
/// there, so whoever dies in the middle of a push leaves nothing but blobs that the next push reuses.
/// </summary>
public sealed class LayoutRegistry(OciLayout layout) : IImageRegistry
{
    static readonly TimeSpan PushUnderWay = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Location => layout.Root;

    /// <summary>Opens a layout directory, making an empty one where there is none.</summary>
    public static async Task<LayoutRegistry> OpenAsync(
        string directory,
        CancellationToken cancellationToken = default
    ) => new(await OciLayout.CreateAsync(directory, cancellationToken: cancellationToken));

    /// <inheritdoc/>
    public Task<bool> HasBlobAsync(Descriptor blob, CancellationToken cancellationToken = default) =>
        layout.HasIntactAsync(blob, cancellationToken);

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
        var listed = await ListAsync(cancellationToken);
        return
        [
            .. listed
                .Select(entry => entry.Manifest)
                .Where(manifest => manifest.Subject() == subject)
                .Select(manifest => manifest.AsReferrer()),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListedManifest>> ListAsync(CancellationToken cancellationToken = default)
    {
        var listed = new List<ListedManifest>();
        foreach (
            var entries in (await layout.ReadIndexAsync(cancellationToken)).Manifests.GroupBy(entry => entry.Digest)
        )
        {
            var tags = entries.Select(entry => entry.Tag()).OfType<string>().Order(StringComparer.Ordinal);
            listed.Add(new ListedManifest(await ReadAsync(entries.First(), cancellationToken), [.. tags]));
        }

        return listed;
    }

    /// <summary>
    /// Takes from the index what cannot be read any more: manifests that are damaged, and statements of which a part is. The next push brings
    /// them again.
    /// </summary>
    /// <returns>What was taken.</returns>
    public async Task<IReadOnlyList<Digest>> ForgetDamagedAsync(CancellationToken cancellationToken = default)
    {
        var damaged = new HashSet<Digest>();
        foreach (var entry in (await layout.ReadIndexAsync(cancellationToken)).Manifests)
        {
            try
            {
                var manifest = await ReadAsync(entry, cancellationToken);
                foreach (var part in manifest.Subject() is null ? [] : manifest.Blobs())
                    await layout.VerifyBlobAsync(part, cancellationToken);
            }
            catch (ImageLayoutException)
            {
                damaged.Add(entry.Digest);
            }
        }

        if (damaged.Count > 0)
            await layout.UpdateIndexAsync(index => index.Without(damaged), cancellationToken);
        return [.. damaged];
    }

    /// <summary>Deletes the blobs that no listed manifest needs; what was written within the last hour may belong to a push under way.</summary>
    /// <returns>How many bytes became free.</returns>
    public async Task<long> RemoveUnneededBlobsAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var needed = new HashSet<string>();
        var waiting = new Stack<Descriptor>((await layout.ReadIndexAsync(cancellationToken)).Manifests);
        while (waiting.TryPop(out var listed))
        {
            if (!needed.Add(listed.Digest.Hex))
                continue;

            var manifest = await ReadAsync(listed, cancellationToken);
            needed.UnionWith(manifest.Blobs().Select(blob => blob.Digest.Hex));
            foreach (var child in manifest.Manifests().Where(child => layout.Has(child)))
                waiting.Push(child);
        }

        return layout.RemoveBlobs(file => !needed.Contains(file.Name) && now - file.LastWriteTimeUtc > PushUnderWay);
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
