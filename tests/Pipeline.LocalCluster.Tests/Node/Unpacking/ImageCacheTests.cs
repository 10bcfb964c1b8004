using Pipeline.Images;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;
using Pipeline.LocalCluster.Node.Unpacking;
using static Pipeline.LocalCluster.Tests.Node.TestImage;

namespace Pipeline.LocalCluster.Tests.Node.Unpacking;

public sealed class ImageCacheTests : IDisposable
{
    private static readonly ContainerConfig Config = new() { Entrypoint = ["/app/run"] };

    private readonly TemporaryDirectory _directory = new();
    private readonly ImageCache _cache;

    public ImageCacheTests() => _cache = new ImageCache(_directory.Combine("images"), Layout);

    private string Layout => _directory.Combine("layout");

    public void Dispose()
    {
        _cache.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task An_image_is_unpacked_layer_by_layer()
    {
        var digest = await WriteAsync(Layout, Config, Tar(File("a", "1"), File("b", "1")), Tar(File("a", "2")));

        var image = await _cache.GetAsync(digest, CancellationToken.None);

        Assert.Equal("2", System.IO.File.ReadAllText(image.Root.Resolve("/a")));
        Assert.Equal("1", System.IO.File.ReadAllText(image.Root.Resolve("/b")));
        Assert.Equal(["/app/run"], image.Config.Entrypoint);
        Assert.False(image.WasCached);
    }

    [Fact]
    public async Task An_unpacked_image_needs_no_layout_any_more()
    {
        var digest = await WriteAsync(Layout, Config, Tar(File("a", "1")));
        await _cache.GetAsync(digest, CancellationToken.None);
        Directory.Delete(Layout, recursive: true);

        var image = await _cache.GetAsync(digest, CancellationToken.None);

        Assert.True(image.WasCached);
    }

    [Fact]
    public async Task Pods_that_want_the_same_image_at_once_share_it()
    {
        var digest = await WriteAsync(Layout, Config, Tar(File("a", "1")));

        var images = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => _cache.GetAsync(digest, CancellationToken.None))
        );

        Assert.Single(images, image => !image.WasCached);
    }

    [Fact]
    public async Task A_corrupt_layer_is_named_with_both_digests_and_leaves_nothing()
    {
        var digest = await WriteAsync(Layout, Config, Tar(File("a", "1")));
        var layout = OciLayout.Open(Layout);
        var layer = (await layout.ReadManifestAsync(digest)).Layers.Single();
        var bytes = await System.IO.File.ReadAllBytesAsync(layout.PathOf(layer.Digest));
        bytes[^1] ^= 1;
        System.IO.File.Delete(layout.PathOf(layer.Digest));
        await System.IO.File.WriteAllBytesAsync(layout.PathOf(layer.Digest), bytes);

        var error = await Assert.ThrowsAsync<ImagePullException>(() => _cache.GetAsync(digest, CancellationToken.None));

        Assert.Equal("ErrImagePull", error.Reason);
        Assert.Contains(layer.Digest.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Contains(Digest.Of(bytes).ToString(), error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_directory.Combine("images"), "a", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_image_that_is_not_in_the_layout_is_named()
    {
        await WriteAsync(Layout, Config, Tar());
        var missing = Digest.Of("missing"u8);

        var error = await Assert.ThrowsAsync<ImagePullException>(() =>
            _cache.GetAsync(missing, CancellationToken.None)
        );

        Assert.Contains(missing.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_with_a_forbidden_entry_is_named()
    {
        var digest = await WriteAsync(Layout, Config, Tar(Link("a", "../outside")));

        var error = await Assert.ThrowsAsync<ImagePullException>(() => _cache.GetAsync(digest, CancellationToken.None));

        Assert.Matches("layer sha256:[0-9a-f]{64}: 'a' is a link to '../outside'", error.Message);
    }

    [Fact]
    public async Task An_image_for_another_machine_is_refused()
    {
        var digest = await WriteAsync(
            await OciLayout.CreateAsync(Layout),
            new ImageConfig
            {
                Architecture = "riscv64",
                Os = "linux",
                RootFilesystem = new RootFilesystem { Type = "layers", DiffIds = [] },
            },
            []
        );

        var error = await Assert.ThrowsAsync<ImagePullException>(() => _cache.GetAsync(digest, CancellationToken.None));

        Assert.Contains("linux/riscv64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_of_an_unknown_type_is_refused_by_name()
    {
        var layout = await OciLayout.CreateAsync(Layout);
        var layer = await layout.WriteBlobAsync(Tar(), "application/vnd.oci.image.layer.v1.tar+zstd");
        var digest = await WriteAsync(
            layout,
            new ImageConfig
            {
                Architecture = "amd64",
                Os = "linux",
                RootFilesystem = new RootFilesystem { Type = "layers", DiffIds = [] },
            },
            [layer]
        );

        var error = await Assert.ThrowsAsync<ImagePullException>(() => _cache.GetAsync(digest, CancellationToken.None));

        Assert.Contains("tar+zstd, which is not supported", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pruning_leaves_only_what_is_in_use()
    {
        var used = await WriteAsync(Layout, Config, Tar(File("a", "1")));
        var unused = await WriteAsync(Layout, Config, Tar(File("a", "2")));
        await _cache.GetAsync(used, CancellationToken.None);
        await _cache.GetAsync(unused, CancellationToken.None);

        _cache.Prune(new HashSet<Digest> { used });

        var left = Assert.Single(Directory.EnumerateDirectories(_directory.Combine("images")));
        Assert.EndsWith(used.Hex, left, StringComparison.Ordinal);
    }
}
