using Pipeline.Images.Docker.Dockerfiles;

namespace Pipeline.Images.Tests.Docker.Dockerfiles;

public class DockerfileLintTests
{
    [Theory]
    [InlineData("FROM scratch", "FROM debian:12", "line 1: FROM debian:12 is not pinned: a tag moves")]
    [InlineData("FROM scratch", "FROM $BASE", "line 1: FROM $BASE is not pinned")]
    [InlineData("COPY . /app/", "ADD https://example.org/x /x", "line 2: ADD unpacks archives and downloads: use COPY")]
    [InlineData("COPY . /app/", "COPI . /app/", "line 2: COPI is no instruction of a Dockerfile")]
    [InlineData(
        "COPY . /app/",
        "RUN --mount=type=secret,id=feed dotnet restore",
        "line 2: RUN mounts a secret: the classic"
    )]
    [InlineData("COPY . /app/", "RUN <<EOF\necho\nEOF", "line 2: here-documents are not known to the classic builder")]
    [InlineData("COPY . /app/", "ARG NUGET_API_KEY", "line 2: ARG NUGET_API_KEY looks like a secret")]
    [InlineData("COPY . /app/", "ENV DB_PASSWORD=x", "line 2: ENV DB_PASSWORD looks like a secret")]
    [InlineData("USER 65532:65532", "USER app", "the last stage runs as app: a numeric user other than 0 is expected")]
    [InlineData("USER 65532:65532", "USER 0", "the last stage runs as 0")]
    [InlineData("USER 65532:65532", "EXPOSE 8080", "the last stage runs as root")]
    [InlineData("HEALTHCHECK CMD", "HEALTHCHECK NONE\nCMD", "the last stage has no HEALTHCHECK")]
    [InlineData(
        "ENTRYPOINT [\"/app/Users\"]",
        "ENTRYPOINT /app/Users",
        "the last stage has no ENTRYPOINT in exec form"
    )]
    public void A_bad_instruction_is_named_with_its_line(string good, string bad, string problem)
    {
        var dockerfile = Good.Replace(good, bad);

        var problems = DockerfileLint.Problems(dockerfile);

        Assert.Contains(problems, each => each.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_good_file_has_no_problems() => Assert.Empty(DockerfileLint.Problems(Good));

    [Fact]
    public void Continued_lines_and_comments_are_one_instruction()
    {
        var problems = DockerfileLint.Problems(
            "# comment\n" + Good.Replace("COPY . /app/", "COPY . \\\n  # why\n  /app/")
        );

        Assert.Empty(problems);
    }

    [Fact]
    public void A_stage_may_be_built_on_an_earlier_one()
    {
        var pinned = $"FROM --platform=linux/amd64 debian{ServiceDockerfileTests.Pin} AS build\n";

        Assert.Empty(DockerfileLint.Problems(pinned + Good.Replace("FROM scratch", "FROM build")));
    }

    [Fact]
    public void An_empty_file_has_no_FROM() =>
        Assert.Equal(["there is no FROM"], DockerfileLint.Problems("\n# nothing\n"));

    private const string Good = """
        FROM scratch
        COPY . /app/
        USER 65532:65532
        HEALTHCHECK CMD ["/app/Users", "--health"]
        ENTRYPOINT ["/app/Users"]
        """;
}
