using Pipeline.Images.Building;
using Pipeline.Images.Docker.Archives;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Tests.Docker.Archives;

public sealed class DockerArchiveTests : IDisposable
{
    private readonly ScratchDirectory scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_forms_of_docker_save_give_the_same_image(bool older)
    {
        var image = await TakeOverAsync(older ? SavedImage.Older() : SavedImage.Newer());

        var layout = OciLayout.Open(image.LayoutDirectory);
        Assert.Equal(SavedImage.Config(), await layout.ReadBlobAsync(image.Config.Digest));
        Assert.Equal(["layer 1", "layer 2"], image.Layers.Select(layer => layer.Name));
        Assert.Equal(image.Manifest.Digest, (await layout.ResolveAsync("1.2.3"))?.Digest);
        foreach (var layer in image.Layers)
            await layout.VerifyBlobAsync(layer.Descriptor);
    }

    [Fact]
    public async Task The_two_forms_have_the_same_digest()
    {
        var older = await TakeOverAsync(SavedImage.Older());
        var newer = await TakeOverAsync(SavedImage.Newer());

        Assert.Equal(older.Digest, newer.Digest);
    }

    [Fact]
    public async Task A_layer_that_the_configuration_does_not_list_is_refused()
    {
        var saved = SavedImage.Older(diffId: $"sha256:{new string('0', 64)}");

        var refusal = await Assert.ThrowsAsync<ImageBuildException>(() => TakeOverAsync(saved));

        Assert.Equal("docker save: layer one/layer.tar is not the one that the configuration lists", refusal.Message);
    }

    [Fact]
    public async Task A_layer_that_is_missing_is_named()
    {
        var refusal = await Assert.ThrowsAsync<ImageBuildException>(() => TakeOverAsync(SavedImage.WithoutLayers()));

        Assert.StartsWith("docker save: expected gone.tar in the archive", refusal.Message);
    }

    private async Task<BuiltImage> TakeOverAsync(Stream saved)
    {
        var folder = Directory.CreateDirectory(scratch[Guid.NewGuid().ToString("N")]).FullName;
        var archive = await DockerArchive.UnpackAsync(saved, Path.Combine(folder, "saved"), default);
        var layout = await OciLayout.CreateAsync(Path.Combine(folder, "layout"));
        return await archive.CopyAsync(layout, "1.2.3", default);
    }
}
