namespace Pipeline.Images.Building;

/// <summary>What an image is built from; the same request over the same files gives the same digest.</summary>
public sealed record ImageRequest
{
    /// <summary>The output of <c>dotnet publish</c>.</summary>
    public required string PublishDirectory { get; init; }

    /// <summary>The program in it that the container starts, such as <c>UserService</c>.</summary>
    public required string EntryPoint { get; init; }

    /// <summary>The layout directory that the image is written into; made when missing.</summary>
    public required string LayoutDirectory { get; init; }

    /// <summary>The tag that the image gets in that layout.</summary>
    public required string Tag { get; init; }

    /// <summary>The version of the service.</summary>
    public required string Version { get; init; }

    /// <summary>The commit that the output was published from.</summary>
    public required string Revision { get; init; }

    /// <summary>The time of that commit (SOURCE_DATE_EPOCH); the clock has no part in an image.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Where the source code can be found, when that is known.</summary>
    public string? Source { get; init; }

    /// <summary>The image to build on; null for a self-contained program on nothing.</summary>
    public BaseImage? Base { get; init; }

    /// <summary>The port that the service listens on.</summary>
    public int Port { get; init; } = 8080;
}
