using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>What an engine does with images.</summary>
public interface IImageOperations
{
    /// <summary>Builds an image from a tar archive with a Dockerfile in it. A failed build is no exception, but a message with an error.</summary>
    Task BuildImageFromDockerfileAsync(
        ImageBuildParameters parameters,
        Stream contents,
        IEnumerable<AuthConfig> authConfigs,
        IDictionary<string, string> headers,
        IProgress<JSONMessage> progress,
        CancellationToken cancellationToken = default
    );

    /// <summary>The image as a tar archive, as <c>docker save</c> writes it.</summary>
    Task<Stream> SaveImageAsync(string name, CancellationToken cancellationToken = default);
}
