using Pipeline.Images.Documents;

namespace Pipeline.Images.Registries;

/// <summary>A place that keeps images: one layout directory, or one repository of a remote registry.</summary>
public interface IImageRegistry
{
    /// <summary>Where it is, for people: a path, or host and repository.</summary>
    string Location { get; }

    /// <summary>Whether the blob is there, as far as that can be told without reading it.</summary>
    Task<bool> HasBlobAsync(Descriptor blob, CancellationToken cancellationToken = default);

    /// <summary>Opens a blob; the stream throws when, read to its end, the bytes do not have the digest.</summary>
    Task<Stream> OpenBlobAsync(Descriptor blob, CancellationToken cancellationToken = default);

    /// <summary>Stores a blob; <paramref name="open"/> is called again for each attempt. Bytes that do not have the digest are refused.</summary>
    Task WriteBlobAsync(
        Descriptor blob,
        Func<CancellationToken, Task<Stream>> open,
        CancellationToken cancellationToken = default
    );

    /// <summary>The manifest or index with that digest or tag, or null.</summary>
    Task<StoredManifest?> FindManifestAsync(string reference, CancellationToken cancellationToken = default);

    /// <summary>Stores a manifest or index whose blobs are there, under its digest and, when given, under a tag.</summary>
    Task WriteManifestAsync(StoredManifest manifest, string? tag, CancellationToken cancellationToken = default);

    /// <summary>The manifests whose subject is that digest, each with its artifact type and annotations.</summary>
    Task<IReadOnlyList<Descriptor>> ReferrersAsync(Digest subject, CancellationToken cancellationToken = default);

    /// <summary>All tags, sorted.</summary>
    Task<IReadOnlyList<string>> TagsAsync(CancellationToken cancellationToken = default);

    /// <summary>The manifests that can be listed: in a layout all, in a remote repository those that have a tag.</summary>
    Task<IReadOnlyList<ListedManifest>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Forgets a manifest and its tags; does nothing when it is not there.</summary>
    Task DeleteManifestAsync(Digest digest, CancellationToken cancellationToken = default);
}
