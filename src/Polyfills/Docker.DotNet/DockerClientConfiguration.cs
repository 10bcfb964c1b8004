namespace Docker.DotNet;

/// <summary>Where an engine is and how it is reached.</summary>
public class DockerClientConfiguration : IDisposable
{
    /// <param name="endpoint">For example <c>unix:///var/run/docker.sock</c> or <c>tcp://127.0.0.1:2375</c>.</param>
    /// <param name="credentials">Null for an engine that asks for none.</param>
    /// <param name="defaultTimeout">For requests that are answered at once; 100 s when not given.</param>
    /// <param name="namedPipeConnectTimeout">Not used: there are no named pipes.</param>
    /// <param name="defaultHttpRequestHeaders">Sent with every request.</param>
    public DockerClientConfiguration(
        Uri endpoint,
        Credentials credentials = null,
        TimeSpan defaultTimeout = default,
        TimeSpan namedPipeConnectTimeout = default,
        IReadOnlyDictionary<string, string> defaultHttpRequestHeaders = null
    )
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        EndpointBaseUri = endpoint;
        Credentials = credentials;
        DefaultTimeout = defaultTimeout == default ? TimeSpan.FromSeconds(100) : defaultTimeout;
        NamedPipeConnectTimeout = namedPipeConnectTimeout;
        DefaultHttpRequestHeaders = defaultHttpRequestHeaders ?? new Dictionary<string, string>();
    }

    public Uri EndpointBaseUri { get; }

    public Credentials Credentials { get; }

    public TimeSpan DefaultTimeout { get; }

    public TimeSpan NamedPipeConnectTimeout { get; }

    public IReadOnlyDictionary<string, string> DefaultHttpRequestHeaders { get; }

    /// <param name="requestedApiVersion">The version of the engine's API; null for the engine's newest.</param>
    public DockerClient CreateClient(Version requestedApiVersion = null) => new(this, requestedApiVersion);

    public void Dispose()
    {
        Credentials?.Dispose();
        GC.SuppressFinalize(this);
    }
}
