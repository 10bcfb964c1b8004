using System.Net.Sockets;

namespace Docker.DotNet;

/// <summary>Sends requests to an engine, through its socket file or over TCP.</summary>
internal sealed class EngineHttp : IDisposable
{
    private readonly HttpClient http;
    private readonly TimeSpan timeout;
    private readonly string prefix;

    public EngineHttp(DockerClientConfiguration configuration, Version apiVersion)
    {
        timeout = configuration.DefaultTimeout;
        prefix = apiVersion is null ? "" : $"v{apiVersion}/";
        var (address, handler) = Connect(configuration.EndpointBaseUri);
        http = new HttpClient(configuration.Credentials?.GetHandler(handler) ?? handler)
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        foreach (var (name, value) in configuration.DefaultHttpRequestHeaders)
            http.DefaultRequestHeaders.Add(name, value);
    }

    /// <summary>Sends a request that is answered at once, and reads the answer.</summary>
    public async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        using var request = new HttpRequestMessage(HttpMethod.Get, prefix + path);
        using var response = await SendAsync(request, deadline.Token).ConfigureAwait(false);
        return await response.Content.ReadAsStringAsync(deadline.Token).ConfigureAwait(false);
    }

    /// <summary>Sends a request whose answer arrives over a long time.</summary>
    public Task<HttpResponseMessage> StreamAsync(
        HttpMethod method,
        string path,
        HttpContent content,
        IEnumerable<KeyValuePair<string, string>> headers,
        CancellationToken cancellationToken
    )
    {
        var request = new HttpRequestMessage(method, prefix + path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return SendAsync(request, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            return response;

        using (response)
            throw new DockerApiException(
                response.StatusCode,
                await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)
            );
    }

    private static (Uri Address, HttpMessageHandler Handler) Connect(Uri endpoint) =>
        endpoint.Scheme switch
        {
            "unix" => (new Uri("http://localhost/"), ThroughSocket(endpoint.LocalPath)),
            "tcp" or "http" => (new UriBuilder(endpoint) { Scheme = "http" }.Uri, new SocketsHttpHandler()),
            "https" => (endpoint, new SocketsHttpHandler()),
            _ => throw new ArgumentException(
                $"{endpoint}: expected unix://, tcp://, http:// or https://, found {endpoint.Scheme}://",
                nameof(endpoint)
            ),
        };

    private static SocketsHttpHandler ThroughSocket(string path) =>
        new()
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket
                        .ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken)
                        .ConfigureAwait(false);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
}
