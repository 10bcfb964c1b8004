using System.Text;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;
using Pipeline.Images.Registries;

namespace Pipeline.Images.Tests.Registries;

public sealed class LayoutRegistryTests : IDisposable
{
    readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task An_image_is_found_by_digest_and_by_tag()
    {
        var registry = await LayoutRegistry.OpenAsync(_scratch["registry"]);
        var image = await ImageFixture.PutImageAsync(registry, "users", "1.0.0");

        var byDigest = await registry.FindManifestAsync($"{image.Digest}");
        var byTag = await registry.FindManifestAsync("1.0.0");

        Assert.Equal(image.Digest, byDigest?.Digest);
        Assert.Equal(image.Digest, byTag?.Digest);
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public async Task What_is_not_there_is_not_found(string reference)
    {
        var registry = await LayoutRegistry.OpenAsync(_scratch["registry"]);

        Assert.Null(await registry.FindManifestAsync(reference));
    }

    [Fact]
    public async Task A_manifest_whose_layer_is_missing_is_refused_by_name()
    {
        var registry = await LayoutRegistry.OpenAsync(_scratch["registry"]);
        var image = await ImageFixture.PutImageAsync(registry, "users");
        var manifest = (await registry.FindManifestAsync($"{image.Digest}"))!;
        var other = await LayoutRegistry.OpenAsync(_scratch["other"]);

        var refusal = await Assert.ThrowsAsync<RegistryException>(() => other.WriteManifestAsync(manifest, "1.0.0"));

        Assert.Contains($"needs {MediaTypes.Config} {manifest.Blobs()[0].Digest}, which is not there", refusal.Message);
        Assert.Empty(await other.TagsAsync());
    }

    [Fact]
    public async Task A_blob_whose_bytes_are_not_those_of_its_digest_is_refused()
    {
        var registry = await LayoutRegistry.OpenAsync(_scratch["registry"]);
        var blob = new Descriptor
        {
            MediaType = MediaTypes.LayerTar,
            Digest = Digest.Of("users"u8),
            Size = 5,
        };

        await Assert.ThrowsAsync<CorruptBlobException>(() =>
            registry.WriteBlobAsync(
                blob,
                _ => Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes("other")))
            )
        );

        Assert.False(await registry.HasBlobAsync(blob));
    }

    [Fact]
    public async Task Referrers_are_listed_with_type_and_annotations()
    {
        var registry = await LayoutRegistry.OpenAsync(_scratch["registry"]);
        var image = await ImageFixture.PutImageAsync(registry, "users");
        await ImageFixture.PutImageAsync(registry, "others");
        var statement = await ImageFixture.PutReferrerAsync(registry, image, "tested");

        var referrer = Assert.Single(await registry.ReferrersAsync(image.Digest));

        Assert.Equal(
            (statement.Digest, "application/vnd.example.statement+json", "tested"),
            (referrer.Digest, referrer.ArtifactType, referrer.Annotations?["content"])
        );
    }

    [Fact]
    public async Task Deleting_an_image_forgets_its_tags()
    {
        var registry = await LayoutRegistry.OpenAsync(_scratch["registry"]);
        var image = await ImageFixture.PutImageAsync(registry, "users", "1.0.0");
        await ImageFixture.PutImageAsync(registry, "others", "0.9.0");

        await registry.DeleteManifestAsync(image.Digest);

        Assert.Equal(["0.9.0"], await registry.TagsAsync());
        Assert.Null(await registry.FindManifestAsync($"{image.Digest}"));
    }

    [Fact]
    public async Task A_manifest_that_only_an_index_lists_is_found()
    {
        var registry = await LayoutRegistry.OpenAsync(_scratch["registry"]);
        var image = await ImageFixture.PutImageAsync(registry, "users");
        await ImageFixture.PutIndexAsync(registry, "multi", image);
        await registry.DeleteManifestAsync(image.Digest);

        var found = await registry.FindManifestAsync($"{image.Digest}");

        Assert.Equal(image.Digest, found?.Digest);
    }

    [Fact]
    public async Task A_damaged_blob_is_not_there_and_is_mended_by_the_next_push()
    {
        using var scratch = new ScratchDirectory();
        var source = await LayoutRegistry.OpenAsync(scratch["source"]);
        var target = await LayoutRegistry.OpenAsync(scratch["target"]);
        var image = await ImageFixture.PutImageAsync(source, "users");
        await ImageTransfer.CopyAsync(source, image.Digest, target, "1.0");
        foreach (var blob in Directory.GetFiles(scratch["target/blobs/sha256"]))
        {
            var content = await File.ReadAllBytesAsync(blob);
            content[^1] ^= 1;
            await File.WriteAllBytesAsync(blob, content);
        }

        var again = await ImageTransfer.CopyAsync(source, image.Digest, target, "1.0");

        Assert.Equal((3, 0), (again.BlobsSent, again.BlobsPresent));
        await target.VerifyAsync(image.Digest);
    }

    [Fact]
    public async Task A_damaged_statement_is_forgotten()
    {
        using var scratch = new ScratchDirectory();
        var registry = await LayoutRegistry.OpenAsync(scratch["registry"]);
        var image = await ImageFixture.PutImageAsync(registry, "users", "1.0");
        var good = await ImageFixture.PutReferrerAsync(registry, image, "good");
        var bad = await ImageFixture.PutReferrerAsync(registry, image, "bad");
        File.WriteAllText(scratch[$"registry/blobs/sha256/{Digest.Of("bad"u8).Hex}"], "sad");

        var forgotten = await registry.ForgetDamagedAsync();

        Assert.Equal([bad.Digest], forgotten);
        Assert.Equal([good.Digest], (await registry.ReferrersAsync(image.Digest)).Select(listed => listed.Digest));
    }

    [Fact]
    public async Task Blobs_that_nobody_needs_are_removed_an_hour_after_they_were_written()
    {
        using var scratch = new ScratchDirectory();
        var registry = await LayoutRegistry.OpenAsync(scratch["registry"]);
        var kept = await ImageFixture.PutImageAsync(registry, "users", "2.0");
        var old = await ImageFixture.PutImageAsync(registry, "old", "1.0");
        await ImageFixture.PutReferrerAsync(registry, old, "tested");
        await registry.RemoveAsync(old.Digest);
        var now = DateTimeOffset.UtcNow;

        Assert.Equal(0, await registry.RemoveUnneededBlobsAsync(now));
        Assert.True(await registry.RemoveUnneededBlobsAsync(now.AddHours(2)) > 0);

        await registry.VerifyAsync(kept.Digest);
        Assert.Equal(4, Directory.GetFiles(scratch["registry/blobs/sha256"]).Length);
    }
}
