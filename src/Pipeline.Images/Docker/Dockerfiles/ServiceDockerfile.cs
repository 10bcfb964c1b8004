using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Pipeline.Images.Building;

namespace Pipeline.Images.Docker.Dockerfiles;

/// <summary>A Dockerfile that gives the same image as <see cref="OciImageBuilder"/>: program in <c>/app</c>, no root, checked by its own <c>--health</c>.</summary>
public sealed record ServiceDockerfile
{
    private const string Directory = $"/{PublishedApplication.ImageDirectory}";

    /// <summary>The program that the container starts.</summary>
    public required string EntryPoint { get; init; }

    /// <summary>The port that the service listens on.</summary>
    public required int Port { get; init; }

    public required ImmutableSortedDictionary<string, string> Labels { get; init; }

    /// <summary>The image that the service runs on, pinned by digest; null for a self-contained program on nothing.</summary>
    public string? BaseImage { get; init; }

    /// <summary>How the context's sources are compiled; null when the context is the output of <c>dotnet publish</c>.</summary>
    public SourceBuild? Source { get; init; }

    /// <summary>The Dockerfile for an image that bears the labels that <see cref="OciImageBuilder"/> gives it.</summary>
    /// <param name="image">What the image is built from.</param>
    /// <param name="baseImage">The image that the service runs on, pinned by digest; null for nothing.</param>
    /// <param name="source">How the sources are compiled; null when they have been published.</param>
    public static ServiceDockerfile Of(ImageRequest image, string? baseImage, SourceBuild? source)
    {
        var pinned = baseImage?.Split('@', 2);
        return new ServiceDockerfile
        {
            EntryPoint = image.EntryPoint,
            Port = image.Port,
            BaseImage = baseImage,
            Source = source,
            Labels = ImageLabels
                .Of(image, pinned is [_, var digest] ? Digest.Parse(digest) : null, pinned?[0])
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>The file's text; lines end in LF.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        if (Source is not null)
            text.AppendJoin('\n', BuildStage(Source)).Append("\n\n");
        return text.AppendJoin('\n', FinalStage()).Append('\n').ToString();
    }

    private static IEnumerable<string> BuildStage(SourceBuild source)
    {
        yield return $"FROM {source.SdkImage} AS build";
        foreach (var argument in source.BuildArguments)
            yield return $"ARG {argument}";
        yield return "WORKDIR /source";
        yield return "COPY . .";
        yield return "RUN "
            + Exec(
                "dotnet",
                "publish",
                source.Project,
                "--configuration=Release",
                "--runtime=linux-x64",
                "--self-contained=true",
                $"--output={Directory}",
                $"-p:Version={source.Version}",
                "-p:ContinuousIntegrationBuild=true"
            );
    }

    private IEnumerable<string> FinalStage()
    {
        yield return $"FROM {BaseImage ?? DockerfileLint.Scratch}";
        yield return $"WORKDIR {Directory}";
        yield return Source is null ? $"COPY . {Directory}/" : $"COPY --from=build {Directory}/ {Directory}/";
        // Every instruction becomes a container that is committed: labels go into one.
        if (!Labels.IsEmpty)
            yield return "LABEL "
                + string.Join(" \\\n      ", Labels.Select(label => $"{Quoted(label.Key)}={Quoted(label.Value)}"));
        yield return $"USER {ImageConfigFactory.User}";
        yield return string.Create(CultureInfo.InvariantCulture, $"EXPOSE {Port}");
        yield return "STOPSIGNAL SIGTERM";
        yield return "HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 CMD "
            + Exec($"{Directory}/{EntryPoint}", "--health");
        yield return "ENTRYPOINT " + Exec($"{Directory}/{EntryPoint}");
    }

    // The exec form is JSON, and starts no shell: there is none in an image from scratch.
    private static string Exec(params string[] command) =>
        $"[{string.Join(", ", command.Select(word => JsonSerializer.Serialize(word)))}]";

    private static string Quoted(string text) =>
        '"' + text.Replace("\\", @"\\").Replace("\"", "\\\"").Replace("$", @"\$").ReplaceLineEndings(" ") + '"';
}
