namespace Docker.DotNet;

/// <summary>A client of one engine.</summary>
public sealed class DockerClient : IDockerClient
{
    private readonly EngineHttp http;

    internal DockerClient(DockerClientConfiguration configuration, Version requestedApiVersion)
    {
        http = new EngineHttp(configuration, requestedApiVersion);
        Images = new ImageOperations(http);
        System = new SystemOperations(http);
    }

    public IImageOperations Images { get; }

    public ISystemOperations System { get; }

    public void Dispose() => http.Dispose();
}
