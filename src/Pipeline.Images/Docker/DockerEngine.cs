using Docker.DotNet;
using Docker.DotNet.Models;
using Pipeline.Images.Building;

namespace Pipeline.Images.Docker;

/// <summary>Finds the Docker engine of this machine.</summary>
public static class DockerEngine
{
    private const string DefaultEndpoint = "unix:///var/run/docker.sock";

    /// <summary>A client of the engine that <c>DOCKER_HOST</c> names, or of the usual one.</summary>
    /// <param name="dockerHost">Value of <c>DOCKER_HOST</c>; null or empty for <c>unix:///var/run/docker.sock</c>.</param>
    /// <param name="cancellationToken">Ends the wait for an answer.</param>
    /// <exception cref="ImageBuildException">No engine answers there, or it builds no Linux images.</exception>
    public static async Task<DockerClient> ConnectAsync(string? dockerHost, CancellationToken cancellationToken)
    {
        var endpoint = string.IsNullOrEmpty(dockerHost) ? DefaultEndpoint : dockerHost;
        DockerClient? client = null;
        try
        {
            using var configuration = new DockerClientConfiguration(new Uri(endpoint));
            client = configuration.CreateClient();
            var version = await client.System.GetVersionAsync(cancellationToken);
            if (version.Os != "linux")
                throw new ImageBuildException(
                    $"the Docker engine at {endpoint} builds images for {version.Os}, expected linux: switch it to Linux containers"
                );
            return client;
        }
        catch (Exception exception)
            when (exception is HttpRequestException or UriFormatException or ArgumentException or DockerApiException)
        {
            client?.Dispose();
            throw new ImageBuildException(
                $"no Docker engine answers at {endpoint} ({exception.Message}): start it, set DOCKER_HOST to where it is, or leave out "
                    + "--image-builder docker, as the default builder needs no engine",
                exception
            );
        }
    }
}
