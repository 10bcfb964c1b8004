using System.Buffers;
using System.IO.Compression;

namespace Pipeline.Images.Building;

/// <summary>
/// Compresses on all processors: each MiB becomes a gzip member of its own (RFC 1952 section 2.2 allows any number), so the bytes do not
/// depend on how many processors there are. At most eight MiB are under way.
/// </summary>
sealed class ParallelGzipStream(Stream output, int level) : WriteOnlyStream
{
    const int ChunkBytes = 1 << 20;

    static readonly int Workers = Math.Clamp(Environment.ProcessorCount, 1, 8);

    readonly Queue<Task<MemoryStream>> _pending = new();
    byte[] _chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
    int _filled;

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, ChunkBytes - _filled);
            buffer[..count].CopyTo(_chunk.AsMemory(_filled));
            buffer = buffer[count..];
            _filled += count;
            if (_filled == ChunkBytes)
                await CompressChunkAsync(cancellationToken);
        }
    }

    /// <summary>Compresses and writes what is left.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_filled > 0)
            await CompressChunkAsync(cancellationToken);
        while (_pending.Count > 0)
            await WriteOldestAsync(cancellationToken);
    }

    async Task CompressChunkAsync(CancellationToken cancellationToken)
    {
        if (_pending.Count == Workers)
            await WriteOldestAsync(cancellationToken);

        var (chunk, count) = (_chunk, _filled);
        _pending.Enqueue(Task.Run(() => Compress(chunk, count), cancellationToken));
        (_chunk, _filled) = (ArrayPool<byte>.Shared.Rent(ChunkBytes), 0);
    }

    async Task WriteOldestAsync(CancellationToken cancellationToken)
    {
        var member = await _pending.Dequeue();
        await output.WriteAsync(member.GetBuffer().AsMemory(0, (int)member.Length), cancellationToken);
    }

    MemoryStream Compress(byte[] chunk, int count)
    {
        var member = new MemoryStream(ChunkBytes / 2);
        var options = new ZLibCompressionOptions { CompressionLevel = level };
        using (var gzip = new GZipStream(member, options, leaveOpen: true))
            gzip.Write(chunk, 0, count);

        ArrayPool<byte>.Shared.Return(chunk);
        return member;
    }
}
