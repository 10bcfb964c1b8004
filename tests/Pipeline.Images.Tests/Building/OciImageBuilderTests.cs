using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Images.Building;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Tests.Building;

public sealed class OciImageBuilderTests : IDisposable
{
    readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Files_are_split_by_how_often_they_change()
    {
        var image = await OciImageBuilder.BuildAsync(Request());

        Assert.Equal(["runtime", "packages", "application"], image.Layers.Select(layer => layer.Name));
        Assert.Equal(
            ["app/System.Runtime.dll", "app/createdump", "app/libcoreclr.so"],
            await FilesAsync(image, "runtime")
        );
        Assert.Equal(
            ["app/Text.dll", "app/de/Text.resources.dll", "app/libtext.so"],
            await FilesAsync(image, "packages")
        );
        Assert.Equal(
            [
                "app/Users",
                "app/Users.Model.dll",
                "app/Users.deps.json",
                "app/Users.dll",
                "app/Users.runtimeconfig.json",
            ],
            await FilesAsync(image, "application")
        );
    }

    [Fact]
    public async Task Programs_are_executable_and_libraries_are_not()
    {
        var image = await OciImageBuilder.BuildAsync(Request());

        var programs = new List<string>();
        foreach (var layer in image.Layers)
        {
            var entries = await LayerReader.ReadAsync(image, layer.Name);
            programs.AddRange(
                from entry in entries
                where entry.Mode.HasFlag(UnixFileMode.UserExecute) && !entry.Name.EndsWith('/')
                select entry.Name
            );
        }

        Assert.Equal(["app/createdump", "app/Users"], programs);
    }

    [Fact]
    public async Task The_configuration_says_how_to_run_the_image_and_where_it_comes_from()
    {
        var image = await OciImageBuilder.BuildAsync(Request());

        var layout = OciLayout.Open(image.LayoutDirectory);
        var config = JsonNode.Parse(await layout.ReadBlobAsync(image.Config.Digest))!;
        Assert.Equal(
            $$"""
            {
              "created": "2026-01-02T03:04:05\u002B00:00",
              "architecture": "amd64",
              "os": "linux",
              "config": {
                "User": "65532:65532",
                "ExposedPorts": {
                  "8080/tcp": {}
                },
                "Entrypoint": [
                  "/app/Users"
                ],
                "WorkingDir": "/app",
                "Labels": {
                  "org.opencontainers.image.created": "2026-01-02T03:04:05Z",
                  "org.opencontainers.image.revision": "0123abcd",
                  "org.opencontainers.image.source": "https://example.org/users",
                  "org.opencontainers.image.title": "Users",
                  "org.opencontainers.image.version": "1.2.3",
                  "pipeline.build/base": "none"
                },
                "StopSignal": "SIGTERM"
              },
              "rootfs": {
                "type": "layers",
                "diff_ids": [
                  "{{image.Layers[0].DiffId}}",
                  "{{image.Layers[1].DiffId}}",
                  "{{image.Layers[2].DiffId}}"
                ]
              },
              "history": [
                {
                  "created": "2026-01-02T03:04:05\u002B00:00",
                  "created_by": "pipeline",
                  "comment": "runtime"
                },
                {
                  "created": "2026-01-02T03:04:05\u002B00:00",
                  "created_by": "pipeline",
                  "comment": "packages"
                },
                {
                  "created": "2026-01-02T03:04:05\u002B00:00",
                  "created_by": "pipeline",
                  "comment": "application"
                }
              ]
            }
            """,
            config.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" })
        );
    }

    [Fact]
    public async Task The_tag_leads_to_the_manifest_and_the_manifest_to_the_layers()
    {
        var image = await OciImageBuilder.BuildAsync(Request());

        var layout = OciLayout.Open(image.LayoutDirectory);
        var manifest = await layout.ReadManifestAsync((await layout.ResolveAsync("1.2.3"))!.Digest);
        foreach (var blob in manifest.Layers.Append(manifest.Config))
            await layout.VerifyBlobAsync(blob);

        Assert.Equal(
            image.Layers.Select(layer => layer.Descriptor.Digest),
            manifest.Layers.Select(layer => layer.Digest)
        );
        Assert.Equal(image.Size, manifest.Layers.Append(manifest.Config).Append(image.Manifest).Sum(blob => blob.Size));
    }

    [Fact]
    public async Task The_same_files_elsewhere_written_in_another_order_with_other_modes_give_the_same_digest()
    {
        var elsewhere = PublishedFixture.Write(_scratch["somewhere/else"], backwards: true);
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(elsewhere))
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var first = await OciImageBuilder.BuildAsync(Request());
        var second = await OciImageBuilder.BuildAsync(
            Request() with
            {
                PublishDirectory = elsewhere,
                LayoutDirectory = _scratch["other layout"],
                Created = Request().Created.ToOffset(TimeSpan.FromHours(-5)),
            }
        );

        Assert.Equal(first.Digest, second.Digest);
        Assert.DoesNotContain(second.Layers, layer => layer.Reused);
    }

    [Fact]
    public async Task Building_again_compresses_nothing()
    {
        await OciImageBuilder.BuildAsync(Request());

        var again = await OciImageBuilder.BuildAsync(Request());

        Assert.All(again.Layers, layer => Assert.True(layer.Reused));
    }

    [Fact]
    public async Task A_new_commit_with_a_change_in_the_service_changes_the_application_layer_only()
    {
        var first = await OciImageBuilder.BuildAsync(Request());
        File.WriteAllText(_scratch["publish/Users.dll"], "changed code");

        var second = await OciImageBuilder.BuildAsync(Request() with { Created = Request().Created.AddDays(1) });

        Assert.Equal([true, true, false], second.Layers.Select(layer => layer.Reused));
        Assert.Equal(first.Layers[..2].Select(layer => layer.DiffId), second.Layers[..2].Select(layer => layer.DiffId));
        Assert.NotEqual(first.Layers[2].DiffId, second.Layers[2].DiffId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    public async Task A_layer_whose_blob_is_damaged_or_whose_cache_entry_is_unreadable_is_built_again(string content)
    {
        var first = await OciImageBuilder.BuildAsync(Request());
        File.WriteAllText(OciLayout.Open(first.LayoutDirectory).PathOf(first.Layers[0].Descriptor.Digest), content);
        foreach (var entry in Directory.GetFiles(Path.Combine(first.LayoutDirectory, ".layers")))
            File.WriteAllText(entry, content);

        var second = await OciImageBuilder.BuildAsync(Request());

        Assert.Equal(first.Digest, second.Digest);
        await OciLayout.Open(first.LayoutDirectory).VerifyBlobAsync(second.Layers[0].Descriptor);
    }

    [Fact]
    public async Task A_directory_without_the_program_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<ImageBuildException>(() =>
            OciImageBuilder.BuildAsync(Request() with { EntryPoint = "Orders" })
        );

        Assert.Equal(
            $"{_scratch["publish"]} has no file 'Orders': expected the output of dotnet publish --self-contained. Publish first.",
            refusal.Message
        );
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task An_unreadable_dependency_file_is_refused_by_name(string content)
    {
        var request = Request();
        File.WriteAllText(_scratch["publish/Users.deps.json"], content);

        var refusal = await Assert.ThrowsAsync<ImageBuildException>(() => OciImageBuilder.BuildAsync(request));

        Assert.StartsWith($"{_scratch["publish/Users.deps.json"]} is no dependency file", refusal.Message);
    }

    ImageRequest Request() =>
        new()
        {
            PublishDirectory = Directory.Exists(_scratch["publish"])
                ? _scratch["publish"]
                : PublishedFixture.Write(_scratch["publish"]),
            EntryPoint = "Users",
            LayoutDirectory = _scratch["layout"],
            Tag = "1.2.3",
            Version = "1.2.3",
            Revision = "0123abcd",
            Created = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Source = "https://example.org/users",
        };

    static async Task<IEnumerable<string>> FilesAsync(BuiltImage image, string layer) =>
        (await LayerReader.ReadAsync(image, layer)).Select(entry => entry.Name).Where(name => !name.EndsWith('/'));
}
