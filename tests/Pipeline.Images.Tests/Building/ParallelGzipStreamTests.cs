using System.IO.Compression;
using Pipeline.Images.Building;

namespace Pipeline.Images.Tests.Building;

public class ParallelGzipStreamTests
{
    static readonly byte[] Content = Enumerable.Range(0, 12_345_678).Select(i => (byte)(i * i >> 7)).ToArray();

    [Fact]
    public async Task Any_gzip_reader_gets_the_bytes_back()
    {
        var compressed = await CompressAsync(writeSize: 81_920);

        var restored = new MemoryStream();
        await using (var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress))
            await gzip.CopyToAsync(restored);

        Assert.True(restored.ToArray().AsSpan().SequenceEqual(Content));
    }

    [Fact]
    public async Task The_bytes_do_not_depend_on_how_they_were_written()
    {
        var first = await CompressAsync(writeSize: 512);
        var second = await CompressAsync(writeSize: 5_000_000);

        Assert.True(first.AsSpan().SequenceEqual(second));
    }

    [Fact]
    public async Task Nothing_compresses_to_nothing()
    {
        var output = new MemoryStream();

        await using (var gzip = new ParallelGzipStream(output, level: 1))
            await gzip.CompleteAsync(CancellationToken.None);

        Assert.Equal(0, output.Length);
    }

    static async Task<byte[]> CompressAsync(int writeSize)
    {
        var output = new MemoryStream();
        await using var gzip = new ParallelGzipStream(output, level: 1);
        foreach (var part in Content.Chunk(writeSize))
            await gzip.WriteAsync(part);
        await gzip.CompleteAsync(CancellationToken.None);
        return output.ToArray();
    }
}
