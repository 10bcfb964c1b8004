using System.Collections.Immutable;
using Pipeline.Images.Docker.Dockerfiles;

namespace Pipeline.Images.Docker;

/// <summary>What an engine builds an image from.</summary>
public sealed record DockerImageRequest
{
    /// <summary>The folder whose files are sent to the engine, without those that its <c>.dockerignore</c> leaves out.</summary>
    public required string ContextDirectory { get; init; }

    public required ServiceDockerfile Dockerfile { get; init; }

    /// <summary>Values of the Dockerfile's build arguments.</summary>
    public ImmutableSortedDictionary<string, string> BuildArguments { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The name that the image gets in the engine, such as <c>localhost/user-service</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>The tag that it gets in the engine and in the layout.</summary>
    public required string Tag { get; init; }

    /// <summary>The time of the commit, which the files of the context bear.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The layout directory that the image is written into; made when missing.</summary>
    public required string LayoutDirectory { get; init; }
}
