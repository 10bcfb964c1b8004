using Pipeline.Images.Building;
using Pipeline.Images.Layouts;
using Pipeline.Images.Registries;
using Pipeline.Images.Tests.Building;

namespace Pipeline.Images.Tests.Registries;

public sealed class ImageTransferTests : IDisposable
{
    readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_built_image_is_pushed_with_its_tag_and_every_blob_is_good()
    {
        var image = await BuildAsync();
        var registry = await LayoutRegistry.OpenAsync(_scratch["registry"]);

        var result = await registry.PushAsync(image);

        Assert.Equal((4, 0, 0), (result.BlobsSent, result.BlobsPresent, result.ReferrersSent));
        Assert.Equal(image.Digest, (await registry.FindManifestAsync("1.2.3"))?.Digest);
        foreach (var blob in image.Layers.Select(layer => layer.Descriptor).Append(image.Config))
            await OciLayout.Open(_scratch["registry"]).VerifyBlobAsync(blob);
    }

    [Fact]
    public async Task Pushing_again_sends_nothing()
    {
        var image = await BuildAsync();
        var registry = await LayoutRegistry.OpenAsync(_scratch["registry"]);
        await registry.PushAsync(image);

        var again = await registry.PushAsync(image);

        Assert.Equal((0, 4, 0L), (again.BlobsSent, again.BlobsPresent, again.BytesSent));
    }

    [Fact]
    public async Task A_change_in_the_service_sends_configuration_and_application_layer_only()
    {
        var registry = await LayoutRegistry.OpenAsync(_scratch["registry"]);
        await registry.PushAsync(await BuildAsync());
        File.WriteAllText(_scratch["publish/Users.dll"], "changed code");
        var changed = await BuildAsync(publish: false);

        var result = await registry.PushAsync(changed);

        Assert.Equal((2, 2), (result.BlobsSent, result.BlobsPresent));
        Assert.Equal(changed.Config.Size + changed.Layers[^1].Descriptor.Size, result.BytesSent);
    }

    [Fact]
    public async Task A_corrupt_layer_stops_the_push_before_the_image_is_visible()
    {
        var image = await BuildAsync();
        var layer = image.Layers[1].Descriptor;
        var path = OciLayout.Open(image.LayoutDirectory).PathOf(layer.Digest);
        var bytes = File.ReadAllBytes(path);
        bytes[^9] ^= 1;
        File.WriteAllBytes(path, bytes);
        var registry = await LayoutRegistry.OpenAsync(_scratch["registry"]);

        var refusal = await Assert.ThrowsAsync<CorruptBlobException>(() => registry.PushAsync(image));

        Assert.StartsWith($"{path}: blob {layer.Digest} is corrupt", refusal.Message);
        Assert.Null(await registry.FindManifestAsync($"{image.Digest}"));
        Assert.False(await registry.HasBlobAsync(layer));
    }

    [Fact]
    public async Task Referrers_and_their_referrers_are_copied_with_the_image()
    {
        var source = await LayoutRegistry.OpenAsync(_scratch["source"]);
        var target = await LayoutRegistry.OpenAsync(_scratch["target"]);
        var image = await ImageFixture.PutImageAsync(source, "users");
        var statement = await ImageFixture.PutReferrerAsync(source, image, "tested");
        var signature = await ImageFixture.PutReferrerAsync(source, statement, "signed");

        var result = await ImageTransfer.CopyAsync(source, image.Digest, target, "production");

        Assert.Equal(2, result.ReferrersSent);
        Assert.Equal([statement.Digest], (await target.ReferrersAsync(image.Digest)).Select(it => it.Digest));
        Assert.Equal([signature.Digest], (await target.ReferrersAsync(statement.Digest)).Select(it => it.Digest));
        Assert.Equal(["production"], await target.TagsAsync());
    }

    [Fact]
    public async Task A_statement_made_later_is_copied_without_the_image()
    {
        var source = await LayoutRegistry.OpenAsync(_scratch["source"]);
        var target = await LayoutRegistry.OpenAsync(_scratch["target"]);
        var image = await ImageFixture.PutImageAsync(source, "users");
        await ImageTransfer.CopyAsync(source, image.Digest, target, tag: null);
        await ImageFixture.PutReferrerAsync(source, image, "verified");

        var result = await ImageTransfer.CopyAsync(source, image.Digest, target, tag: null);

        Assert.Equal((1, 2), (result.ReferrersSent, result.BlobsSent));
    }

    [Fact]
    public async Task An_index_is_copied_with_all_its_images()
    {
        var source = await LayoutRegistry.OpenAsync(_scratch["source"]);
        var target = await LayoutRegistry.OpenAsync(_scratch["target"]);
        var images = new[]
        {
            await ImageFixture.PutImageAsync(source, "amd64"),
            await ImageFixture.PutImageAsync(source, "arm64"),
        };
        var index = await ImageFixture.PutIndexAsync(source, "multi", images);

        await ImageTransfer.CopyAsync(source, index.Digest, target, "multi");

        foreach (var image in images)
            Assert.NotNull(await target.FindManifestAsync($"{image.Digest}"));
        Assert.Equal(index.Digest, (await target.FindManifestAsync("multi"))?.Digest);
    }

    [Fact]
    public async Task An_image_that_the_source_does_not_have_is_named()
    {
        var source = await LayoutRegistry.OpenAsync(_scratch["source"]);
        var target = await LayoutRegistry.OpenAsync(_scratch["target"]);
        var digest = Digest.Of("gone"u8);

        var refusal = await Assert.ThrowsAsync<RegistryException>(() =>
            ImageTransfer.CopyAsync(source, digest, target, "1.0.0")
        );

        Assert.Equal($"{source.Location} has no image {digest}. Build or push it first.", refusal.Message);
    }

    [Fact]
    public async Task Verifying_reads_every_layer_of_every_image_of_an_index()
    {
        var registry = await LayoutRegistry.OpenAsync(_scratch["registry"]);
        var image = await ImageFixture.PutImageAsync(registry, "amd64");
        var index = await ImageFixture.PutIndexAsync(registry, "multi", image);
        await registry.VerifyAsync(index.Digest);
        var layer = Digest.Of("amd64"u8);
        File.WriteAllText(OciLayout.Open(_scratch["registry"]).PathOf(layer), "arm64");

        var refusal = await Assert.ThrowsAsync<CorruptBlobException>(() => registry.VerifyAsync(index.Digest));

        Assert.Equal(layer, refusal.Digest);
    }

    Task<BuiltImage> BuildAsync(bool publish = true)
    {
        if (publish)
            PublishedFixture.Write(_scratch["publish"]);
        return OciImageBuilder.BuildAsync(
            new ImageRequest
            {
                PublishDirectory = _scratch["publish"],
                EntryPoint = "Users",
                LayoutDirectory = _scratch["layout"],
                Tag = "1.2.3",
                Version = "1.2.3",
                Revision = "0123abcd",
                Created = DateTimeOffset.UnixEpoch,
            }
        );
    }
}
