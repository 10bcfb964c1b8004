using Pipeline.Images.Building;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;
using Pipeline.Images.Registries.Remote;

namespace Pipeline.Images.Tests.Building;

public sealed class BaseImageTests : IDisposable
{
    private static readonly Digest Some = Digest.Of("some"u8);

    private readonly ScratchDirectory scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task A_registry_reference_with_a_digest_names_an_image_there()
    {
        var asked = new List<string>();

        var image = await FindAsync($"registry.example.org/base:1@{Some}", asked);

        Assert.Equal((Some, "registry.example.org/base:1"), (image.Digest, image.Name));
        Assert.Equal(["registry.example.org"], asked);
        Assert.IsType<RemoteRegistry>(image.Source);
    }

    [Fact]
    public async Task A_layout_with_one_image_needs_no_digest()
    {
        var layout = await WriteLayoutAsync("one");

        var image = await FindAsync(layout.Root);

        Assert.Equal((await layout.ReadIndexAsync()).Manifests[0].Digest, image.Digest);
    }

    [Fact]
    public async Task Of_a_layout_with_several_images_the_digest_names_one()
    {
        var layout = await WriteLayoutAsync("one", "two");

        var refusal = await Assert.ThrowsAsync<ImageBuildException>(() => FindAsync(layout.Root));
        var image = await FindAsync($"{layout.Root}@{Some}");

        Assert.Contains("is a layout with 2 images", refusal.Message);
        Assert.Equal(Some, image.Digest);
    }

    [Theory]
    [InlineData(
        "registry.example.org/base:1",
        "has no digest, and a tag moves: write registry.example.org/base:1@sha256:"
    )]
    [InlineData("no/such/folder", "is neither a layout directory nor a registry reference")]
    [InlineData("registry.example.org/base@sha256:12", "is neither a layout directory nor a registry reference")]
    public async Task What_is_not_pinned_is_refused(string reference, string reason)
    {
        var refusal = await Assert.ThrowsAsync<ImageBuildException>(() => FindAsync(reference));

        Assert.Contains(reason, refusal.Message);
    }

    private static Task<BaseImage> FindAsync(string reference, List<string>? asked = null) =>
        BaseImage.FindAsync(
            reference,
            host =>
            {
                asked?.Add(host);
                return null;
            }
        );

    private async Task<OciLayout> WriteLayoutAsync(params string[] names)
    {
        var layout = await OciLayout.CreateAsync(scratch["layout"]);
        foreach (var name in names)
        {
            var content = System.Text.Encoding.UTF8.GetBytes(name);
            await layout.TagAsync(await layout.WriteBlobAsync(content, MediaTypes.Manifest), name);
        }

        return layout;
    }
}
