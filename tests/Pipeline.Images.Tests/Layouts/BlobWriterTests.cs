using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Tests.Layouts;

public sealed class BlobWriterTests : IDisposable
{
    readonly ScratchDirectory _scratch = new();

    string Staging => _scratch["layout/.staging"];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_blob_is_not_visible_before_it_is_complete()
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);

        await using (var writer = layout.CreateBlob())
            await writer.WriteAsync("users"u8.ToArray());

        Assert.False(layout.Contains(Digest.Of("users"u8)));
        Assert.Empty(Directory.GetFiles(Staging));
    }

    [Fact]
    public async Task A_blob_with_an_unexpected_digest_is_refused()
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);
        await using var writer = layout.CreateBlob();
        await writer.WriteAsync("users"u8.ToArray());

        await Assert.ThrowsAsync<CorruptBlobException>(() =>
            writer.CompleteAsync(MediaTypes.LayerTar, Digest.Of("others"u8))
        );

        Assert.False(layout.Contains(Digest.Of("users"u8)));
    }

    [Fact]
    public async Task A_blob_that_is_there_is_not_replaced()
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);
        var blob = await layout.WriteBlobAsync("users"u8.ToArray(), MediaTypes.LayerTar);
        var before = File.GetLastWriteTimeUtc(layout.PathOf(blob.Digest));

        await layout.WriteBlobAsync("users"u8.ToArray(), MediaTypes.LayerTar);

        Assert.Equal(before, File.GetLastWriteTimeUtc(layout.PathOf(blob.Digest)));
        Assert.Empty(Directory.GetFiles(Staging));
    }

    [Theory]
    [InlineData(59, 1)]
    [InlineData(61, 0)]
    public async Task What_a_dead_writer_left_is_removed_after_an_hour(int minutes, int filesLeft)
    {
        Directory.CreateDirectory(Staging);
        File.WriteAllText(Path.Combine(Staging, "left"), "half a bl");
        var time = new FixedClock(DateTimeOffset.UtcNow.AddMinutes(minutes));

        await OciLayout.CreateAsync(_scratch["layout"], time);

        Assert.Equal(filesLeft, Directory.GetFiles(Staging).Length);
    }

    [Fact]
    public async Task A_layout_that_cannot_be_written_to_is_reported_by_path()
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);
        Directory.Delete(Staging);
        File.WriteAllText(Staging, "in the way");

        var refusal = await Assert.ThrowsAsync<ImageLayoutException>(() =>
            layout.WriteBlobAsync("more"u8.ToArray(), MediaTypes.LayerTar)
        );

        Assert.StartsWith($"{layout.Root} could not be written: ", refusal.Message);
    }
}
