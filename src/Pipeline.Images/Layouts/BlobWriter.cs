using System.Security.Cryptography;
using Pipeline.Images.Documents;

namespace Pipeline.Images.Layouts;

/// <summary>
/// Writes one blob into a layout. Nothing is visible before <see cref="CompleteAsync"/>; disposing without it leaves nothing behind.
/// </summary>
public sealed class BlobWriter : Stream
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

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => _written;

    /// <inheritdoc/>
    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException();
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

        try
        {
            await Temporary.FlushAsync(cancellationToken);
            if (!_layout.Contains(digest))
                LayoutFiles.Publish(Temporary, _layout.PathOf(digest));
        }
        catch (IOException exception)
        {
            throw _files.NotWritten(_layout.PathOf(digest), exception);
        }

        return new Descriptor
        {
            MediaType = mediaType,
            Digest = digest,
            Size = _written,
        };
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            Temporary.Write(buffer);
        }
        catch (IOException exception)
        {
            throw _files.NotWritten(Temporary.Name, exception);
        }

        Observe(buffer);
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
        catch (IOException exception)
        {
            throw _files.NotWritten(Temporary.Name, exception);
        }

        Observe(buffer.Span);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

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

    void Observe(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _written += bytes.Length;
    }

    FileStream Guarded(Func<FileStream> create)
    {
        try
        {
            return create();
        }
        catch (IOException exception)
        {
            throw _files.NotWritten(_layout.Root, exception);
        }
    }
}
