using System.Text.Json;
using Pipeline.Images.Building;
using Pipeline.Images.Docker;
using Pipeline.Images.Layouts;
using Pipeline.Images.Tests.Building;
using Pipeline.Images.Tests.Docker.Dockerfiles;

namespace Pipeline.Images.Tests.Docker;

[Trait("Category", "Slow")]
public sealed class RealEngineTests : IAsyncLifetime
{
    private readonly ScratchDirectory scratch = new();
    private readonly EngineProcess engine = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await engine.DisposeAsync();
        scratch.Dispose();
    }

    [SkippableFact]
    public async Task A_real_engine_builds_the_image_that_the_Dockerfile_describes()
    {
        Skip.If(EngineProcess.Missing is not null, EngineProcess.Missing);
        using var client = await engine.StartAsync();
        var lines = new List<string>();

        var image = await DockerImageBuilder.BuildAsync(client, Request(), lines.Add);

        using var config = JsonDocument.Parse(
            await OciLayout.Open(image.LayoutDirectory).ReadBlobAsync(image.Config.Digest)
        );
        var container = config.RootElement.GetProperty("config");
        Assert.Equal(ImageConfigFactory.User, container.GetProperty("User").GetString());
        Assert.Equal("/app/Users", container.GetProperty("Entrypoint")[0].GetString());
        Assert.Equal("--health", container.GetProperty("Healthcheck").GetProperty("Test")[2].GetString());
        Assert.Equal(
            ServiceDockerfileTests.OverPublished.Labels,
            container
                .GetProperty("Labels")
                .EnumerateObject()
                .ToDictionary(label => label.Name, label => label.Value.GetString()!)
        );
        var files = await LayerReader.ReadAsync(image, image.Layers[^1].Name);
        Assert.Contains(files, file => file.Name == "app/Users" && file.Mode.HasFlag(UnixFileMode.OtherExecute));
        Assert.DoesNotContain(files, file => file.Name.Contains("ocker", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Successfully built", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_real_engine_s_failure_is_reported()
    {
        Skip.If(EngineProcess.Missing is not null, EngineProcess.Missing);
        using var client = await engine.StartAsync();
        var request = Request();
        var pinned = $"registry.invalid/base{ServiceDockerfileTests.Pin}";
        request = request with { Dockerfile = request.Dockerfile with { BaseImage = pinned } };

        var failure = await Assert.ThrowsAsync<ImageBuildException>(() =>
            DockerImageBuilder.BuildAsync(client, request, _ => { })
        );

        Assert.Contains("registry.invalid", failure.Message);
    }

    private DockerImageRequest Request() =>
        new()
        {
            ContextDirectory = PublishedFixture.Write(scratch["publish"]),
            Dockerfile = ServiceDockerfileTests.OverPublished,
            Repository = "localhost/users",
            Tag = "1.2.3",
            Created = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
            LayoutDirectory = scratch["layout"],
        };
}
