using Pipeline.Components.Package;
using Pipeline.Images.Registries;

namespace Pipeline.Components.Tests.Package;

[Collection(nameof(LogCollection))]
public sealed class ServiceImageTests : IDisposable
{
    private static readonly VersionRecord Version = new("1.2.3", new string('c', 40), DateTimeOffset.UnixEpoch);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_image_is_recorded_by_its_digest_and_said_to_have_no_base()
    {
        var image = await BuildAsync("layout");

        Assert.Equal(new ImageRecord("localhost/user-service", image.Digest, "1.2.3", "none"), image);
        Assert.Equal(image, await BuildAsync("another"));
    }

    [Fact]
    public async Task A_pushed_image_is_in_the_registry_under_its_version()
    {
        using var log = new CapturedLog();
        var image = await BuildAsync("layout");
        var registry = await LayoutRegistry.OpenAsync(In("registry"), default);

        await ServiceImage.PushAsync(image, In("layout"), registry, default);
        await ServiceImage.PushAsync(image, In("layout"), registry, default);

        Assert.NotNull(await registry.FindManifestAsync("1.2.3", default));
        Assert.StartsWith("Information: 0 blobs pushed (0.0 MB)", log.Lines[^1]);
    }

    private string In(string name) => Path.Combine(folder.Path, name);

    private Task<ImageRecord> BuildAsync(string layout) => BuiltImages.BuildAsync(folder, Version, layout);
}
