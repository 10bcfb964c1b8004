using Pipeline.Images.Building;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;
using Pipeline.Images.Registries;

namespace Pipeline.Images.Tests.Building;

public sealed class BaseLayersTests : IDisposable
{
    readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_layers_and_environment_of_the_base_come_first_and_its_digest_is_in_the_labels()
    {
        var (layout, manifest) = await WriteBaseAsync();

        var image = await OciImageBuilder.BuildAsync(
            Request(new BaseImage(new LayoutRegistry(layout), manifest.Digest, "example.org/base:1"))
        );

        var built = OciLayout.Open(image.LayoutDirectory);
        var config = await built.ReadConfigAsync(image.Config.Digest);
        Assert.Equal(["base", "runtime", "packages", "application"], image.Layers.Select(layer => layer.Name));
        Assert.Equal(image.Layers.Select(layer => layer.DiffId), config.RootFilesystem.DiffIds);
        Assert.Equal(["base", "runtime", "packages", "application"], config.History?.Select(entry => entry.Comment));
        Assert.Equal(["PATH=/bin"], config.Config?.Env);
        Assert.Equal(
            ("kept", $"{manifest.Digest}", "example.org/base:1", $"{manifest.Digest}"),
            (
                config.Config?.Labels?["note"],
                config.Config?.Labels?[AnnotationKeys.BaseDigest],
                config.Config?.Labels?[AnnotationKeys.BaseName],
                config.Config?.Labels?[AnnotationKeys.Base]
            )
        );
        await built.VerifyBlobAsync(image.Layers[0].Descriptor);
    }

    [Fact]
    public async Task Of_a_base_for_several_platforms_the_one_for_linux_amd64_is_taken()
    {
        var (layout, manifest) = await WriteBaseAsync();
        var index = await WriteIndexAsync(layout, manifest with { Platform = ImagePlatform.LinuxAmd64 });

        var image = await OciImageBuilder.BuildAsync(Request(new BaseImage(new LayoutRegistry(layout), index.Digest)));

        Assert.Equal("base", image.Layers[0].Name);
    }

    [Fact]
    public async Task A_base_without_linux_amd64_is_refused()
    {
        var (layout, manifest) = await WriteBaseAsync();
        var platform = new ImagePlatform { Architecture = "arm64", Os = "linux" };
        var index = await WriteIndexAsync(layout, manifest with { Platform = platform });

        var refusal = await Assert.ThrowsAsync<ImageBuildException>(() =>
            OciImageBuilder.BuildAsync(Request(new BaseImage(new LayoutRegistry(layout), index.Digest)))
        );

        Assert.Equal($"{layout.Root}: base image {index.Digest} has no manifest for linux/amd64.", refusal.Message);
    }

    [Fact]
    public async Task A_base_whose_configuration_lists_other_layers_is_refused()
    {
        var (layout, manifest) = await WriteBaseAsync(diffIds: []);

        var refusal = await Assert.ThrowsAsync<ImageBuildException>(() =>
            OciImageBuilder.BuildAsync(Request(new BaseImage(new LayoutRegistry(layout), manifest.Digest)))
        );

        Assert.EndsWith("has 1 layers, but its configuration lists 0.", refusal.Message);
    }

    [Fact]
    public async Task A_base_with_a_corrupt_layer_is_refused()
    {
        var (layout, manifest) = await WriteBaseAsync();
        var layer = (await layout.ReadManifestAsync(manifest.Digest)).Layers[0];
        File.WriteAllText(layout.PathOf(layer.Digest), "tampered");

        var refusal = await Assert.ThrowsAsync<CorruptBlobException>(() =>
            OciImageBuilder.BuildAsync(Request(new BaseImage(new LayoutRegistry(layout), manifest.Digest)))
        );

        Assert.Equal(layer.Digest, refusal.Digest);
    }

    [Fact]
    public async Task A_base_in_Docker_s_older_form_becomes_an_OCI_image()
    {
        var (layout, manifest) = await WriteBaseAsync(MediaTypes.DockerLayer);

        var image = await OciImageBuilder.BuildAsync(
            Request(new BaseImage(new LayoutRegistry(layout), manifest.Digest))
        );

        Assert.Equal(MediaTypes.LayerTarGzip, image.Layers[0].Descriptor.MediaType);
    }

    async Task<(OciLayout Layout, Descriptor Manifest)> WriteBaseAsync(
        string layerType = MediaTypes.LayerTar,
        Digest[]? diffIds = null
    )
    {
        var layout = await OciLayout.CreateAsync(_scratch["base"]);
        var layer = await layout.WriteBlobAsync("a libc!!"u8.ToArray(), layerType);
        var config = new ImageConfig
        {
            Architecture = "amd64",
            Os = "linux",
            RootFilesystem = new RootFilesystem { Type = "layers", DiffIds = diffIds ?? [layer.Digest] },
            Config = new ContainerConfig
            {
                User = "root",
                Env = ["PATH=/bin"],
                Labels = new Dictionary<string, string> { ["note"] = "kept" },
            },
        };
        var manifest = new ImageManifest
        {
            SchemaVersion = 2,
            Config = await layout.WriteBlobAsync(OciJson.Write(config, OciJson.Config), MediaTypes.Config),
            Layers = [layer],
        };
        var descriptor = await layout.WriteBlobAsync(OciJson.Write(manifest, OciJson.Manifest), MediaTypes.Manifest);
        await layout.TagAsync(descriptor, "base");
        return (layout, descriptor);
    }

    static async Task<Descriptor> WriteIndexAsync(OciLayout layout, params Descriptor[] manifests)
    {
        var index = ImageIndex.Empty with { Manifests = manifests };
        var descriptor = await layout.WriteBlobAsync(OciJson.Write(index, OciJson.Index), MediaTypes.Index);
        await layout.TagAsync(descriptor, "multi");
        return descriptor;
    }

    ImageRequest Request(BaseImage image) =>
        new()
        {
            PublishDirectory = PublishedFixture.Write(_scratch["publish"]),
            EntryPoint = "Users",
            LayoutDirectory = _scratch["layout"],
            Tag = "1.2.3",
            Version = "1.2.3",
            Revision = "0123abcd",
            Created = DateTimeOffset.UnixEpoch,
            Base = image,
        };
}
