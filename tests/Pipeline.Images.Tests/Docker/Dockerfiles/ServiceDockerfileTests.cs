using System.Collections.Immutable;
using Pipeline.Images.Docker.Dockerfiles;

namespace Pipeline.Images.Tests.Docker.Dockerfiles;

public class ServiceDockerfileTests
{
    internal const string Pin = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    internal static ServiceDockerfile OverPublished { get; } =
        new()
        {
            EntryPoint = "Users",
            Port = 8080,
            Labels = ImmutableSortedDictionary.CreateRange([
                KeyValuePair.Create("org.opencontainers.image.title", "Users"),
                KeyValuePair.Create("pipeline.build/note", "costs $5, a \"quote\" and a \\"),
            ]),
        };

    internal static ServiceDockerfile FromSource { get; } =
        OverPublished with
        {
            BaseImage = $"mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled{Pin}",
            Source = new SourceBuild(
                $"mcr.microsoft.com/dotnet/sdk:10.0{Pin}",
                "src/Users/Users.csproj",
                "1.2.3",
                ["FEED"]
            ),
        };

    [Fact]
    public void Published_files_are_copied_onto_nothing() =>
        Snapshot.Matches(OverPublished.Write(), "Docker/Dockerfiles/published.Dockerfile");

    [Fact]
    public void Sources_are_compiled_in_a_stage_of_its_own() =>
        Snapshot.Matches(FromSource.Write(), "Docker/Dockerfiles/source.Dockerfile");

    [Fact]
    public void What_is_generated_passes_the_lint()
    {
        Assert.Empty(DockerfileLint.Problems(OverPublished.Write()));
        Assert.Empty(DockerfileLint.Problems(FromSource.Write()));
    }
}
