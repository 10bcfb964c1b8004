using Pipeline.Images.Building;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Registries;

/// <summary>Copies images between registries: by digest, blobs that are there are left alone, the manifest follows its blobs, the tag comes last.</summary>
public static class ImageTransfer
{
    const int BlobsAtOnce = 4;

    /// <summary>Pushes an image that has been built, under its tag.</summary>
    public static async Task<TransferResult> PushAsync(
        this IImageRegistry target,
        BuiltImage image,
        CancellationToken cancellationToken = default
    )
    {
        var source = new LayoutRegistry(OciLayout.Open(image.LayoutDirectory));
        return await CopyAsync(source, image.Digest, target, image.Tag, cancellationToken);
    }

    /// <summary>
    /// Copies the image with that digest and everything that refers to it, verifies that the target lists it, then moves the tag, when one is given.
    /// Throws <see cref="RegistryException"/> when the source does not have the image.
    /// </summary>
    public static async Task<TransferResult> CopyAsync(
        IImageRegistry source,
        Digest digest,
        IImageRegistry target,
        string? tag,
        CancellationToken cancellationToken = default
    )
    {
        var tally = new Tally();
        var image = await CopyManifestAsync(source, digest, target, tally, cancellationToken);
        var referrers = await CopyReferrersAsync(source, digest, target, tally, cancellationToken);

        if (await target.FindManifestAsync(digest.ToString(), cancellationToken) is null)
            throw new RegistryException($"{target.Location} accepted {digest}, but does not have it. Push again.");
        if (tag is not null)
            await target.WriteManifestAsync(image, tag, cancellationToken);

        return new TransferResult(image.Descriptor, tally.Sent, tally.Present, tally.Bytes, referrers);
    }

    /// <summary>Moves a tag to an image that is there.</summary>
    /// <exception cref="RegistryException">It is not there.</exception>
    public static async Task TagAsync(
        this IImageRegistry registry,
        Digest digest,
        string tag,
        CancellationToken cancellationToken = default
    ) =>
        await registry.WriteManifestAsync(
            await ReadManifestAsync(registry, digest, cancellationToken),
            tag,
            cancellationToken
        );

    /// <summary>Reads everything that the image consists of from end to end; throws what names the first thing that is missing or corrupt.</summary>
    public static async Task VerifyAsync(
        this IImageRegistry registry,
        Digest digest,
        CancellationToken cancellationToken = default
    )
    {
        var manifest = await ReadManifestAsync(registry, digest, cancellationToken);
        foreach (var child in manifest.Manifests())
            await registry.VerifyAsync(child.Digest, cancellationToken);
        foreach (var blob in manifest.Blobs())
        {
            await using var content = await registry.OpenBlobAsync(blob, cancellationToken);
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }
    }

    /// <summary>Asks for everything that the image consists of without reading it; names the first thing that is missing.</summary>
    /// <exception cref="RegistryException">Something is not there.</exception>
    public static async Task DemandCompleteAsync(
        this IImageRegistry registry,
        Digest digest,
        CancellationToken cancellationToken = default
    )
    {
        var manifest = await ReadManifestAsync(registry, digest, cancellationToken);
        foreach (var child in manifest.Manifests())
            await registry.DemandCompleteAsync(child.Digest, cancellationToken);
        foreach (var blob in manifest.Blobs())
        {
            if (!await registry.HasBlobAsync(blob, cancellationToken))
                throw new RegistryException(
                    $"{registry.Location} has image {digest}, but not its {blob.MediaType} {blob.Digest}. Push again."
                );
        }
    }

    static async Task<StoredManifest> ReadManifestAsync(
        IImageRegistry registry,
        Digest digest,
        CancellationToken cancellationToken
    ) =>
        await registry.FindManifestAsync(digest.ToString(), cancellationToken)
        ?? throw new RegistryException($"{registry.Location} has no image {digest}. Build or push it first.");

    static async Task<StoredManifest> CopyManifestAsync(
        IImageRegistry source,
        Digest digest,
        IImageRegistry target,
        Tally tally,
        CancellationToken cancellationToken
    )
    {
        var manifest = await ReadManifestAsync(source, digest, cancellationToken);
        // A manifest that is there says nothing of its blobs: one may have been lost or damaged since.
        foreach (var child in manifest.Manifests())
            await CopyManifestAsync(source, child.Digest, target, tally, cancellationToken);

        await Parallel.ForEachAsync(
            manifest.Blobs().DistinctBy(blob => blob.Digest),
            new ParallelOptions { MaxDegreeOfParallelism = BlobsAtOnce, CancellationToken = cancellationToken },
            async (blob, cancel) =>
            {
                if (await target.HasBlobAsync(blob, cancel))
                {
                    tally.AddPresent(1);
                    return;
                }

                await target.WriteBlobAsync(blob, again => source.OpenBlobAsync(blob, again), cancel);
                tally.AddSent(blob.Size);
            }
        );
        if (!await HasManifestAsync(target, digest, cancellationToken))
            await target.WriteManifestAsync(manifest, tag: null, cancellationToken);
        return manifest;
    }

    static async Task<bool> HasManifestAsync(
        IImageRegistry registry,
        Digest digest,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await registry.FindManifestAsync(digest.ToString(), cancellationToken) is not null;
        }
        catch (Exception exception) when (exception is CorruptBlobException or ImageLayoutException)
        {
            return false;
        }
    }

    static async Task<int> CopyReferrersAsync(
        IImageRegistry source,
        Digest subject,
        IImageRegistry target,
        Tally tally,
        CancellationToken cancellationToken
    )
    {
        var present = (await target.ReferrersAsync(subject, cancellationToken))
            .Select(there => there.Digest)
            .ToHashSet();
        var copied = 0;
        foreach (var referrer in await source.ReferrersAsync(subject, cancellationToken))
        {
            await CopyManifestAsync(source, referrer.Digest, target, tally, cancellationToken);
            if (!present.Contains(referrer.Digest))
                copied++;

            // A statement can itself be referred to, by its signature for example.
            copied += await CopyReferrersAsync(source, referrer.Digest, target, tally, cancellationToken);
        }

        return copied;
    }

    sealed class Tally
    {
        int _sent;
        int _present;
        long _bytes;

        public int Sent => _sent;

        public int Present => _present;

        public long Bytes => _bytes;

        public void AddPresent(int count) => Interlocked.Add(ref _present, count);

        public void AddSent(long bytes)
        {
            Interlocked.Increment(ref _sent);
            Interlocked.Add(ref _bytes, bytes);
        }
    }
}
