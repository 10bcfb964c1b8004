using System.Collections.Immutable;
using Pipeline.Images.Building;
using Pipeline.Images.Docker;
using Pipeline.Images.Tests.Building;
using Pipeline.Images.Tests.Docker.Archives;
using Pipeline.Images.Tests.Docker.Dockerfiles;

namespace Pipeline.Images.Tests.Docker;

public sealed class DockerImageBuilderTests : IAsyncLifetime
{
    private readonly ScratchDirectory scratch = new();
    private readonly List<string> shown = [];
    private StubEngine engine = null!;

    public async Task InitializeAsync() => engine = await StubEngine.StartAsync();

    public async Task DisposeAsync()
    {
        await engine.DisposeAsync();
        scratch.Dispose();
    }

    [Fact]
    public async Task The_engine_builds_from_context_and_Dockerfile_and_the_image_is_taken_over()
    {
        engine.Saved = SavedImage.Older();

        var image = await BuildAsync(Request());

        Assert.Contains("Users.dll", engine.Context);
        Assert.Equal("localhost/users:1.2.3", engine.Query?["t"]);
        Assert.Equal("Dockerfile.pipeline", engine.Query?["dockerfile"]);
        Assert.Equal(
            """{"FEED":"https://feed.example/?a=b&c"}""",
            engine.Query?["buildargs"].ToString().Replace(@"\u0026", "&")
        );
        Assert.Equal(2, image.Layers.Length);
        Assert.Contains("Step 1/9", shown);
    }

    [Theory]
    [InlineData(
        """{"errorDetail":{"code":1,"message":"the command returned 1"},"error":"short"}""",
        "the command returned 1"
    )]
    [InlineData("""{"error":"no space left on device"}""", "no space left on device")]
    public async Task A_failed_build_is_recognised_although_the_status_is_200(string answer, string reason)
    {
        engine.Answer = $$"""{"stream":"Step 1/9"}{{'\n'}}{{answer}}{{'\n'}}""";

        var failure = await Assert.ThrowsAsync<ImageBuildException>(() => BuildAsync(Request()));

        Assert.Equal($"the Docker engine could not build localhost/users:1.2.3: {reason}", failure.Message);
    }

    [Fact]
    public async Task A_refused_request_gives_the_engine_s_reason()
    {
        engine.Status = 400;
        engine.Answer = """{"message":"dockerfile parse error"}""";

        var failure = await Assert.ThrowsAsync<ImageBuildException>(() => BuildAsync(Request()));

        Assert.Contains("the Docker engine refused the build", failure.Message);
        Assert.Contains("dockerfile parse error", failure.Message);
    }

    [Fact]
    public async Task A_base_image_that_is_not_pinned_is_refused_before_anything_is_sent()
    {
        var request = Request();
        request = request with { Dockerfile = request.Dockerfile with { BaseImage = "debian:12" } };

        var refusal = await Assert.ThrowsAsync<ImageBuildException>(() => BuildAsync(request));

        Assert.Contains("FROM debian:12 is not pinned", refusal.Message);
        Assert.Null(engine.Query);
    }

    [Fact]
    public async Task Download_bars_are_not_shown()
    {
        engine.Saved = SavedImage.Older();
        engine.Answer = """
            {"status":"Downloading","progress":"[==>  ]","id":"a1"}
            {"status":"Pull complete","id":"a1"}
            """;

        await BuildAsync(Request());

        Assert.Contains("a1: Pull complete", shown);
        Assert.DoesNotContain(shown, line => line.Contains("Downloading", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("unix:///nowhere/docker.sock")]
    [InlineData("ssh://host")]
    [InlineData("not a uri")]
    public async Task Without_an_engine_it_is_said_where_one_was_expected(string host)
    {
        var failure = await Assert.ThrowsAsync<ImageBuildException>(() => DockerEngine.ConnectAsync(host, default));

        Assert.StartsWith($"no Docker engine answers at {host}", failure.Message);
    }

    [Fact]
    public async Task An_engine_for_Windows_containers_is_refused()
    {
        engine.Os = "windows";

        var failure = await Assert.ThrowsAsync<ImageBuildException>(() => BuildAsync(Request()));

        Assert.Contains("builds images for windows, expected linux", failure.Message);
    }

    private async Task<BuiltImage> BuildAsync(DockerImageRequest request)
    {
        using var client = await DockerEngine.ConnectAsync(engine.Host, default);
        return await DockerImageBuilder.BuildAsync(client, request, shown.Add);
    }

    private DockerImageRequest Request() =>
        new()
        {
            ContextDirectory = PublishedFixture.Write(scratch["publish"]),
            Dockerfile = ServiceDockerfileTests.OverPublished,
            BuildArguments = ImmutableSortedDictionary.CreateRange([
                KeyValuePair.Create("FEED", "https://feed.example/?a=b&c"),
            ]),
            Repository = "localhost/users",
            Tag = "1.2.3",
            Created = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
            LayoutDirectory = scratch["layout"],
        };
}
