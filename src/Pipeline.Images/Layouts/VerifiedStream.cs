using System.Security.Cryptography;

namespace Pipeline.Images.Layouts;

/// <summary>
/// Reads a blob and throws <see cref="CorruptBlobException"/> at its end when the bytes are not those of its digest.
/// A reader that stops before the end has verified nothing.
/// </summary>
sealed class VerifiedStream(Stream inner, Digest expected, long? expectedSize, string path) : Stream
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    long _read;
    bool _verified;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => inner.Length;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        Observe(buffer[..count], buffer.Length);
        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        Observe(buffer.Span[..count], buffer.Length);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    void Observe(ReadOnlySpan<byte> bytes, int asked)
    {
        _hash.AppendData(bytes);
        _read += bytes.Length;
        if (_read > expectedSize)
            throw new CorruptBlobException(expected, path, $"longer than the {expectedSize} bytes of its descriptor");
        if (bytes.IsEmpty && asked > 0 && !_verified)
            Verify();
    }

    void Verify()
    {
        _verified = true;
        if (expectedSize is { } size && _read != size)
            throw new CorruptBlobException(expected, path, $"{_read} bytes instead of {size}");

        var actual = Digest.FromHash(_hash.GetHashAndReset());
        if (actual != expected)
            throw new CorruptBlobException(expected, path, $"its bytes have the digest {actual}");
    }
}
