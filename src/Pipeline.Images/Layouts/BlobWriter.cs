using System.Security.Cryptography;
using Pipeline.Images.Documents;

namespace Pipeline.Images.Layouts;

/// <summary>
/// Writes one blob into a layout. Nothing is visible before <see cref="CompleteAsync"/>; disposing without it leaves nothing behind.
/// </summary>
public sealed class BlobWriter : WriteOnlyStream
{
    readonly OciLayout _layout;
    readonly LayoutFiles _files;
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    FileStream? _temporary;
    long _written;

    internal BlobWriter(OciLayout layout, LayoutFiles files)
    {
        _layout = layout;
        _files = files;
        _temporary = Guarded(files.CreateTemporary);
    }

    FileStream Temporary => _temporary ?? throw new ObjectDisposedException(nameof(BlobWriter));

    /// <summary>
    /// Makes the blob visible under its digest. When <paramref name="expected"/> is given and differs, the blob is refused with
    /// <see cref="CorruptBlobException"/>.
    /// </summary>
    public async Task<Descriptor> CompleteAsync(
        string mediaType,
        Digest? expected = null,
        CancellationToken cancellationToken = default
    )
    {
        var digest = Digest.FromHash(_hash.GetCurrentHash());
        if (expected is not null && expected != digest)
            throw new CorruptBlobException(expected, Temporary.Name, $"its bytes have the digest {digest}");

        var blob = new Descriptor
        {
            MediaType = mediaType,
            Digest = digest,
            Size = _written,
        };
        try
        {
            await Temporary.FlushAsync(cancellationToken);
            if (!await _layout.HasIntactAsync(blob, cancellationToken))
                LayoutFiles.Publish(Temporary, _layout.PathOf(digest));
            return blob;
        }
        catch (Exception exception) when (LayoutFiles.IsDiskTrouble(exception))
        {
            throw _files.NotWritten(_layout.PathOf(digest), exception);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await Temporary.WriteAsync(buffer, cancellationToken);
        }
        catch (Exception exception) when (LayoutFiles.IsDiskTrouble(exception))
        {
            throw _files.NotWritten(Temporary.Name, exception);
        }

        _hash.AppendData(buffer.Span);
        _written += buffer.Length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _temporary is not null)
        {
            LayoutFiles.Discard(_temporary);
            _hash.Dispose();
            _temporary = null;
        }

        base.Dispose(disposing);
    }

    FileStream Guarded(Func<FileStream> create)
    {
        try
        {
            return create();
        }
        catch (Exception exception) when (LayoutFiles.IsDiskTrouble(exception))
        {
            throw _files.NotWritten(_layout.Root, exception);
        }
    }
}
