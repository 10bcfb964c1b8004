namespace Docker.DotNet;

/// <summary>The HTTP API of a Docker engine (https://docs.docker.com/reference/api/engine/).</summary>
public interface IDockerClient : IDisposable
{
    IImageOperations Images { get; }

    ISystemOperations System { get; }
}
