using System.Diagnostics;
using System.Text.Json.Nodes;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Signing;
using Pipeline.Images.Building;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;
using Pipeline.Images.Registries;
using Pipeline.Images.Registries.Remote;
using Pipeline.Images.Statements;
using Pipeline.Images.Tests.Building;

namespace Pipeline.Images.Tests.Registries.Real;

[Trait("Category", "Slow")]
public sealed class RealRegistryTests : IDisposable
{
    readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [SkippableFact]
    public async Task What_we_push_skopeo_inspects_and_copies()
    {
        using var server = await RegistryProcess.StartAsync();
        using var registry = server.Connect();
        var image = await BuildAsync();

        await registry.PushAsync(image);

        var inspected = JsonNode.Parse(
            await Skopeo.RunAsync("inspect", "--tls-verify=false", $"docker://{server.Host}/users:1.2.3")
        )!;
        await Skopeo.RunAsync(
            "copy",
            "--src-tls-verify=false",
            $"docker://{server.Host}/users:1.2.3",
            $"oci:{_scratch["copied"]}:1.2.3"
        );
        Assert.Equal($"{image.Digest}", (string?)inspected["Digest"]);
        Assert.Equal("1.2.3", (string?)inspected["Labels"]!["org.opencontainers.image.version"]);
        Assert.Equal(image.Digest, (await OciLayout.Open(_scratch["copied"]).ResolveAsync("1.2.3"))?.Digest);
    }

    [SkippableFact]
    public async Task What_skopeo_pushes_we_read()
    {
        using var server = await RegistryProcess.StartAsync();
        using var registry = server.Connect();
        var image = await BuildAsync();

        await Skopeo.RunAsync(
            "copy",
            "--dest-tls-verify=false",
            $"oci:{image.LayoutDirectory}:1.2.3",
            $"docker://{server.Host}/users:theirs"
        );

        Assert.Equal(image.Digest, (await registry.FindManifestAsync("theirs"))?.Digest);
        Assert.Equal(["theirs"], await registry.TagsAsync());
        await registry.VerifyAsync(image.Digest);
    }

    [SkippableFact]
    public async Task A_large_blob_goes_up_in_chunks()
    {
        using var server = await RegistryProcess.StartAsync();
        using var registry = server.Connect(options: new RemoteRegistryOptions { ChunkBytes = 100_000 });
        var content = new byte[1_050_000];
        new Random(1).NextBytes(content);
        var blob = new Descriptor
        {
            MediaType = MediaTypes.LayerTar,
            Digest = Digest.Of(content),
            Size = content.Length,
        };

        await registry.WriteBlobAsync(blob, _ => Task.FromResult<Stream>(new MemoryStream(content)));

        Assert.True(await registry.HasBlobAsync(blob));
        await using var read = await registry.OpenBlobAsync(blob);
        await read.CopyToAsync(Stream.Null);
    }

    [SkippableFact]
    public async Task A_push_that_was_killed_is_completed_by_the_next_one()
    {
        using var server = await RegistryProcess.StartAsync();
        using var registry = server.Connect();
        var image = await BuildAsync(padding: 20_000_000);
        await KillInTheMiddleAsync(server, image);

        foreach (var layer in image.Layers.Select(layer => layer.Descriptor))
        {
            if (await registry.HasBlobAsync(layer))
                await ReadAsync(registry, layer);
        }

        Assert.Null(await registry.FindManifestAsync("1.2.3"));
        await registry.PushAsync(image);
        await registry.VerifyAsync(image.Digest);
    }

    [SkippableFact]
    public async Task Statements_are_found_by_the_tag_where_there_is_no_referrers_API_and_go_along_to_another_repository()
    {
        using var server = await RegistryProcess.StartAsync();
        using var staging = server.Connect("staging/users");
        using var live = server.Connect("live/users");
        using var key = SigningKey.Generate();
        var image = await BuildAsync();
        await staging.PushAsync(image);
        var reader = new BundleReader([key.ToVerify("release")]);
        var tests = new EvidencePredicate.TestResult(3, 0, []) { At = DateTimeOffset.UnixEpoch };
        var coverage = new EvidencePredicate.CoverageResult(9, 10) { At = DateTimeOffset.UnixEpoch };
        var subject = EvidenceSubject.Image("users", $"{image.Digest}");
        await new StatementStore(staging, reader).AttachAsync(subject, image.Digest, [tests, coverage], key);

        var sent = await ImageTransfer.CopyAsync(staging, image.Digest, live, "production");
        var again = await ImageTransfer.CopyAsync(staging, image.Digest, live, "production");

        var read = await new StatementStore(live, reader).ReadAsync(image.Digest);
        Assert.Empty(read.Damaged);
        Assert.Equal(2, read.Statements.Length);
        Assert.Equal((2, 0, 0), (sent.ReferrersSent, again.ReferrersSent, again.BlobsSent));
        Assert.Equal(["production", $"sha256-{image.Digest.Hex}"], await live.TagsAsync());
    }

    [SkippableFact]
    public async Task An_image_is_removed_with_what_refers_to_it()
    {
        using var server = await RegistryProcess.StartAsync();
        using var registry = server.Connect();
        var image = await ImageFixture.PutImageAsync(registry, "users", "old");
        await ImageFixture.PutReferrerAsync(registry, image, "tested");

        await registry.RemoveAsync(image.Digest);

        Assert.Null(await registry.FindManifestAsync($"{image.Digest}"));
        Assert.Empty(await registry.ReferrersAsync(image.Digest));
        Assert.Empty(await registry.TagsAsync());
    }

    [SkippableFact]
    public async Task A_registry_that_asks_for_a_password_gets_it()
    {
        // "secret", hashed by bcrypt as htpasswd does it.
        await File.WriteAllTextAsync(
            _scratch["htpasswd"],
            "ci:$2b$05$1t0i/fOHd5mhAqWTk3ulWesI.rdVAci/KKrkh1roz0xQIu/9MI67q\n"
        );
        using var server = await RegistryProcess.StartAsync(_scratch["htpasswd"]);
        using var anonymous = server.Connect();
        using var known = server.Connect(
            options: new RemoteRegistryOptions { Credential = new RegistryCredential("ci", "secret") }
        );

        var refused = await Assert.ThrowsAsync<RegistryException>(() => anonymous.PingAsync());
        await known.PushAsync(await BuildAsync());

        Assert.Contains("401 Unauthorized", refused.Message);
        Assert.Equal(["1.2.3"], await known.TagsAsync());
    }

    static async Task KillInTheMiddleAsync(RegistryProcess server, BuiltImage image)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            [
                "exec",
                typeof(RealRegistryTests).Assembly.Location,
                "push",
                image.LayoutDirectory,
                image.Tag,
                $"{server.Host}/users",
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        using var push = Process.Start(start)!;
        Assert.Equal("sending", await push.StandardOutput.ReadLineAsync());
        push.Kill();
        await push.WaitForExitAsync();
    }

    static async Task ReadAsync(RemoteRegistry registry, Descriptor blob)
    {
        await using var content = await registry.OpenBlobAsync(blob);
        await content.CopyToAsync(Stream.Null);
    }

    async Task<BuiltImage> BuildAsync(int padding = 0)
    {
        var published = PublishedFixture.Write(_scratch["publish"]);
        if (padding > 0)
        {
            var content = new byte[padding];
            new Random(1).NextBytes(content);
            await File.WriteAllBytesAsync(Path.Combine(published, "data.bin"), content);
        }

        return await OciImageBuilder.BuildAsync(
            new ImageRequest
            {
                PublishDirectory = published,
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
