using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;
using Pipeline.Images.Registries;
using Pipeline.Images.Registries.Remote;

namespace Pipeline.Images.Tests.Registries.Remote;

public sealed class RemoteRegistryTests : IDisposable
{
    readonly ScratchDirectory _scratch = new();
    readonly ImpatientTime _time = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task What_is_pushed_can_be_pulled_with_its_referrers(int chunkBytes)
    {
        await using var stub = await StubRegistry.StartAsync();
        using var registry = Connect(stub, chunkBytes);
        var source = await LayoutRegistry.OpenAsync(_scratch["source"]);
        var target = await LayoutRegistry.OpenAsync(_scratch["target"]);
        var image = await ImageFixture.PutImageAsync(source, "the users service");
        var statement = await ImageFixture.PutReferrerAsync(source, image, "tested");

        await registry.PingAsync();
        await ImageTransfer.CopyAsync(source, image.Digest, registry, "1.0.0");
        await registry.VerifyAsync(image.Digest);
        await ImageTransfer.CopyAsync(registry, image.Digest, target, "1.0.0");

        await target.VerifyAsync(image.Digest);
        Assert.Equal(image.Digest, (await target.FindManifestAsync("1.0.0"))?.Digest);
        Assert.Equal([statement.Digest], (await target.ReferrersAsync(image.Digest)).Select(it => it.Digest));
    }

    [Fact]
    public async Task Pushing_an_unchanged_image_uploads_nothing()
    {
        await using var stub = await StubRegistry.StartAsync();
        using var registry = Connect(stub);
        var source = await LayoutRegistry.OpenAsync(_scratch["source"]);
        var image = await ImageFixture.PutImageAsync(source, "users");
        await ImageTransfer.CopyAsync(source, image.Digest, registry, "1.0.0");
        stub.Requests.Clear();

        var again = await ImageTransfer.CopyAsync(source, image.Digest, registry, "1.0.0");

        Assert.Equal(0, again.BlobsSent);
        Assert.All(
            stub.Requests.Where(request => request.Contains("/blobs/")),
            request => Assert.StartsWith("HEAD ", request)
        );
    }

    [Fact]
    public async Task The_tag_is_the_last_thing_that_is_written()
    {
        await using var stub = await StubRegistry.StartAsync();
        using var registry = Connect(stub);
        var source = await LayoutRegistry.OpenAsync(_scratch["source"]);
        var image = await ImageFixture.PutImageAsync(source, "users");
        await ImageFixture.PutReferrerAsync(source, image, "tested");

        await ImageTransfer.CopyAsync(source, image.Digest, registry, "production");

        Assert.Equal("PUT /v2/users/manifests/production", stub.Requests.Last());
    }

    [Fact]
    public async Task Without_a_referrers_API_referrers_are_listed_under_a_tag()
    {
        await using var stub = await StubRegistry.StartAsync(hasReferrers: false);
        using var registry = Connect(stub);
        var image = await ImageFixture.PutImageAsync(registry, "users");
        var first = await ImageFixture.PutReferrerAsync(registry, image, "tested");
        var second = await ImageFixture.PutReferrerAsync(registry, image, "scanned");
        await ImageFixture.PutReferrerAsync(registry, image, "tested");

        var referrers = await registry.ReferrersAsync(image.Digest);

        Assert.Equal([first.Digest, second.Digest], referrers.Select(it => it.Digest));
        Assert.Equal(["tested", "scanned"], referrers.Select(it => it.Annotations?["content"]));
        Assert.Equal([$"sha256-{image.Digest.Hex}"], await registry.TagsAsync());
    }

    [Fact]
    public async Task Lists_of_several_pages_are_read_to_the_end()
    {
        await using var stub = await StubRegistry.StartAsync(pageSize: 2);
        using var registry = Connect(stub);
        var image = await ImageFixture.PutImageAsync(registry, "users", "a");
        foreach (var tag in new[] { "e", "c", "b", "d" })
            await ImageFixture.PutImageAsync(registry, "users", tag);
        foreach (var content in new[] { "1", "2", "3" })
            await ImageFixture.PutReferrerAsync(registry, image, content);

        Assert.Equal(["a", "b", "c", "d", "e"], await registry.TagsAsync());
        Assert.Equal(3, (await registry.ReferrersAsync(image.Digest)).Count);
    }

    [Fact]
    public async Task A_repository_that_is_not_there_has_no_tags_and_no_images()
    {
        await using var stub = await StubRegistry.StartAsync();
        stub.Intercept = async context =>
        {
            await StubRegistry.AnswerAsync(context, 404);
            return true;
        };
        using var registry = Connect(stub);

        Assert.Empty(await registry.TagsAsync());
        Assert.Null(await registry.FindManifestAsync("latest"));
    }

    [Fact]
    public async Task A_deleted_image_is_gone_with_its_tag()
    {
        await using var stub = await StubRegistry.StartAsync();
        using var registry = Connect(stub);
        var image = await ImageFixture.PutImageAsync(registry, "users", "1.0.0");

        await registry.DeleteManifestAsync(image.Digest);

        Assert.Null(await registry.FindManifestAsync("1.0.0"));
    }

    [Theory]
    [InlineData("useRs", "its bytes have the digest")]
    [InlineData("use", "3 bytes instead of 5")]
    [InlineData("users and more", "longer than the 5 bytes of its descriptor")]
    public async Task A_blob_that_is_not_what_was_asked_for_is_refused(string content, string message)
    {
        await using var stub = await StubRegistry.StartAsync();
        using var registry = Connect(stub);
        var blob = await ImageFixture.PutBlobAsync(registry, "users", MediaTypes.LayerTar);
        stub.Blobs[$"{blob.Digest}"] = System.Text.Encoding.UTF8.GetBytes(content);

        await using var stream = await registry.OpenBlobAsync(blob);
        var refusal = await Assert.ThrowsAsync<CorruptBlobException>(() => stream.CopyToAsync(Stream.Null));

        Assert.StartsWith($"http://{stub.Host}/v2/users/blobs/{blob.Digest}: ", refusal.Message);
        Assert.Contains(message, refusal.Message);
    }

    [Fact]
    public async Task A_blob_of_another_size_does_not_count_as_there()
    {
        await using var stub = await StubRegistry.StartAsync();
        using var registry = Connect(stub);
        var blob = await ImageFixture.PutBlobAsync(registry, "users", MediaTypes.LayerTar);
        stub.Blobs[$"{blob.Digest}"] = [1];

        Assert.False(await registry.HasBlobAsync(blob));
    }

    [Fact]
    public async Task A_manifest_of_another_digest_is_refused()
    {
        await using var stub = await StubRegistry.StartAsync();
        using var registry = Connect(stub);
        var digest = Digest.Of("another"u8);
        stub.Manifests[$"{digest}"] = (MediaTypes.Manifest, "{}"u8.ToArray());

        var refusal = await Assert.ThrowsAsync<CorruptBlobException>(() => registry.FindManifestAsync($"{digest}"));

        Assert.Equal(digest, refusal.Digest);
    }

    [Theory]
    [InlineData("text/html", 10, "expected an image manifest or index, found 'text/html'")]
    [InlineData(MediaTypes.Manifest, (4 << 20) + 1, "more than 4 MiB")]
    public async Task A_manifest_of_wrong_type_or_size_is_refused(string mediaType, int size, string message)
    {
        await using var stub = await StubRegistry.StartAsync();
        using var registry = Connect(stub);
        stub.Manifests["latest"] = (mediaType, new byte[size]);

        var refusal = await Assert.ThrowsAsync<RegistryException>(() => registry.FindManifestAsync("latest"));

        Assert.Contains(message, refusal.Message);
    }

    [Theory]
    [InlineData("tags/list")]
    [InlineData("referrers")]
    public async Task A_list_that_is_none_is_refused_by_address(string list)
    {
        await using var stub = await StubRegistry.StartAsync();
        stub.Intercept = async context =>
        {
            await StubRegistry.AnswerAsync(context, 200, "<html>");
            return true;
        };
        using var registry = Connect(stub);

        var refusal = await Assert.ThrowsAsync<RegistryException>(() =>
            list == "referrers" ? registry.ReferrersAsync(Digest.Of("x"u8)) : registry.TagsAsync()
        );

        Assert.StartsWith($"http://{stub.Host}/v2/users/{list}", refusal.Message);
    }

    [Theory]
    [InlineData(400, "was answered with 400 BadRequest (NAME_INVALID: no such name).")]
    [InlineData(403, "The credential is known, but has no right to do this.")]
    [InlineData(405, "The registry does not allow this.")]
    public async Task A_refusal_says_what_the_registry_said(int status, string message)
    {
        await using var stub = await StubRegistry.StartAsync();
        stub.Intercept = async context =>
        {
            await StubRegistry.AnswerAsync(
                context,
                status,
                """{"errors":[{"code":"NAME_INVALID","message":"no such name"}]}"""
            );
            return true;
        };
        using var registry = Connect(stub);

        var refusal = await Assert.ThrowsAsync<RegistryException>(() => registry.DeleteManifestAsync(Digest.Of("x"u8)));

        Assert.StartsWith($"DELETE http://{stub.Host}/v2/users/manifests/sha256:", refusal.Message);
        Assert.Contains(message, refusal.Message);
    }

    [Theory]
    [InlineData("registry.example.org/users", "https://registry.example.org/v2/")]
    [InlineData("[::1]:1/users", "http://[::1]:1/v2/")]
    [InlineData("127.8.9.1:1/users", "http://127.8.9.1:1/v2/")]
    public async Task Only_this_machine_is_spoken_to_without_TLS(string reference, string address)
    {
        using var cancelled = new CancellationTokenSource();
        using var registry = new RemoteRegistry(
            RegistryReference.Parse(reference),
            new RemoteRegistryOptions { Time = _time, RequestTimeout = TimeSpan.FromTicks(1) }
        );

        var failure = await Assert.ThrowsAsync<RegistryException>(() => registry.PingAsync(cancelled.Token));

        Assert.StartsWith($"GET {address} failed: ", failure.Message);
    }

    RemoteRegistry Connect(StubRegistry stub, int chunkBytes = 1000) =>
        new(
            RegistryReference.Parse($"{stub.Host}/users"),
            new RemoteRegistryOptions { ChunkBytes = chunkBytes, Time = _time }
        );
}
