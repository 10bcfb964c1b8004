using System.Text;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Tests.Layouts;

public sealed class OciLayoutTests : IDisposable
{
    readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_blob_is_read_back_by_its_digest()
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);

        var written = await layout.WriteBlobAsync("users"u8.ToArray(), MediaTypes.LayerTar);

        Assert.Equal("users", Encoding.UTF8.GetString(await layout.ReadBlobAsync(written.Digest)));
        Assert.Equal(5, written.Size);
    }

    [Fact]
    public async Task A_new_layout_is_empty_and_names_its_version()
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);

        Assert.Empty((await layout.ReadIndexAsync()).Manifests);
        Assert.Equal("""{"imageLayoutVersion":"1.0.0"}""", File.ReadAllText(_scratch["layout/oci-layout"]));
    }

    [Fact]
    public async Task Creating_a_layout_that_is_there_keeps_its_content()
    {
        var first = await OciLayout.CreateAsync(_scratch["layout"]);
        var blob = await first.WriteBlobAsync("users"u8.ToArray(), MediaTypes.Manifest);
        await first.TagAsync(blob, "latest");

        var second = await OciLayout.CreateAsync(_scratch["layout"]);

        Assert.Equal(blob.Digest, (await second.ResolveAsync("latest"))?.Digest);
    }

    [Fact]
    public async Task A_tag_that_nobody_has_resolves_to_nothing()
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);

        Assert.Null(await layout.ResolveAsync("latest"));
    }

    [Fact]
    public void A_directory_that_is_no_layout_is_refused_by_name()
    {
        var refusal = Assert.Throws<ImageLayoutException>(() => OciLayout.Open(_scratch.Path));

        Assert.StartsWith($"{_scratch.Path} is not an OCI image layout", refusal.Message);
    }

    [Theory]
    [InlineData("""{"imageLayoutVersion":"2.0.0"}""", "expected version 1.0.0, found '2.0.0'")]
    [InlineData("{", "oci-layout: ")]
    [InlineData("null", "expected a JSON object, found null")]
    public void A_layout_of_another_version_is_refused(string content, string message)
    {
        File.WriteAllText(_scratch["oci-layout"], content);

        var refusal = Assert.Throws<ImageLayoutException>(() => OciLayout.Open(_scratch.Path));

        Assert.Contains(message, refusal.Message);
    }

    [Fact]
    public async Task A_missing_blob_is_named()
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);
        var digest = Digest.Of("gone"u8);

        var refusal = await Assert.ThrowsAsync<ImageLayoutException>(() => layout.ReadBlobAsync(digest));

        Assert.Contains($"has no blob {digest}", refusal.Message);
    }

    [Fact]
    public async Task A_flipped_byte_is_detected_at_the_end_of_the_blob()
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);
        var blob = await layout.WriteBlobAsync("users"u8.ToArray(), MediaTypes.LayerTar);
        File.WriteAllText(layout.PathOf(blob.Digest), "useRs");

        var refusal = await Assert.ThrowsAsync<CorruptBlobException>(() => layout.VerifyBlobAsync(blob));

        Assert.Equal(blob.Digest, refusal.Digest);
        Assert.Contains("its bytes have the digest", refusal.Message);
    }

    [Theory]
    [InlineData("use", "3 bytes instead of 5")]
    [InlineData("users and more", "longer than the 5 bytes of its descriptor")]
    public async Task A_blob_of_another_size_is_detected(string content, string message)
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);
        var blob = await layout.WriteBlobAsync("users"u8.ToArray(), MediaTypes.LayerTar);
        File.WriteAllText(layout.PathOf(blob.Digest), content);

        var refusal = await Assert.ThrowsAsync<CorruptBlobException>(() => layout.VerifyBlobAsync(blob));

        Assert.Contains(message, refusal.Message);
    }

    [Fact]
    public async Task A_document_of_more_than_4_MiB_is_refused()
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);
        var blob = await layout.WriteBlobAsync(new byte[(4 << 20) + 1], MediaTypes.Manifest);

        var refusal = await Assert.ThrowsAsync<CorruptBlobException>(() => layout.ReadManifestAsync(blob.Digest));

        Assert.Contains("a document has at most 4 MiB", refusal.Message);
    }

    [Fact]
    public async Task A_manifest_that_is_no_manifest_is_refused_by_file()
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);
        var blob = await layout.WriteBlobAsync("{}"u8.ToArray(), MediaTypes.Manifest);

        var refusal = await Assert.ThrowsAsync<ImageLayoutException>(() => layout.ReadManifestAsync(blob.Digest));

        Assert.StartsWith(layout.PathOf(blob.Digest), refusal.Message);
    }

    [Fact]
    public async Task A_layout_without_an_index_says_so()
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);
        File.Delete(_scratch["layout/index.json"]);

        var refusal = await Assert.ThrowsAsync<ImageLayoutException>(() => layout.ReadIndexAsync());

        Assert.Contains("index.json cannot be read", refusal.Message);
    }

    [Fact]
    public async Task An_index_that_stays_locked_is_reported_after_half_a_minute()
    {
        var clock = new LeapingClock(TimeSpan.FromSeconds(31));
        var layout = await OciLayout.CreateAsync(_scratch["layout"], clock);
        var blob = await layout.WriteBlobAsync("users"u8.ToArray(), MediaTypes.Manifest);
        using var held = new FileStream(
            _scratch["layout/index.json.lock"],
            FileMode.Open,
            FileAccess.Write,
            FileShare.None
        );

        var refusal = await Assert.ThrowsAsync<ImageLayoutException>(() => layout.TagAsync(blob, "latest"));

        Assert.StartsWith($"{_scratch["layout/index.json.lock"]} could not be locked within 30 s: ", refusal.Message);
    }

    [Fact]
    public async Task A_layout_that_was_deleted_cannot_be_locked()
    {
        var layout = await OciLayout.CreateAsync(_scratch["layout"]);
        Directory.Delete(layout.Root, recursive: true);

        var refusal = await Assert.ThrowsAsync<ImageLayoutException>(() => layout.UpdateIndexAsync(index => index));

        Assert.StartsWith($"{_scratch["layout/index.json.lock"]} could not be created: ", refusal.Message);
    }

    [Fact]
    public async Task Tags_set_by_many_at_once_are_all_kept()
    {
        await OciLayout.CreateAsync(_scratch["layout"]);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(Tag));

        var index = await OciLayout.Open(_scratch["layout"]).ReadIndexAsync();
        Assert.Equal(12, index.Manifests.Select(manifest => manifest.Tag()).Distinct().Count());

        async Task Tag(int number)
        {
            var layout = OciLayout.Open(_scratch["layout"]);
            var blob = await layout.WriteBlobAsync(new[] { (byte)number }, MediaTypes.Manifest);
            await layout.TagAsync(blob, $"tag{number}");
        }
    }

    /// <summary>A clock that moves by a step whenever it is read.</summary>
    sealed class LeapingClock(TimeSpan step) : TimeProvider
    {
        long _reads;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Increment(ref _reads) * step.Ticks;
    }
}
