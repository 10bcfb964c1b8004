using k8s.Authentication;

namespace k8s;

/// <summary>A client of the API server that a configuration names.</summary>
public class Kubernetes : AbstractKubernetes, IKubernetes
{
    /// <param name="config">Where the server is, whom it must prove to be, and who we are.</param>
    /// <param name="handlers">What every request passes through, the outermost first.</param>
    public Kubernetes(KubernetesClientConfiguration config, params DelegatingHandler[] handlers)
        : base(new ApiClient(Http(config, handlers), Credentials(config), config.HttpClientTimeout))
    {
        // A server behind a path, as Rancher has it, keeps that path only when it ends in a slash.
        BaseUri = new Uri(config.Host.EndsWith('/') ? config.Host : config.Host + '/');
    }

    public Uri BaseUri
    {
        get => Api.BaseUri;
        set => Api.BaseUri = value;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Api.Dispose();
    }

    private static HttpClient Http(KubernetesClientConfiguration config, DelegatingHandler[] handlers)
    {
        var http = new HttpClient(Chain(config, handlers)) { Timeout = Timeout.InfiniteTimeSpan };
        // The handler verifies the certificate against the host that the request names.
        http.DefaultRequestHeaders.Host = config.TlsServerName;
        return http;
    }

    private static HttpMessageHandler Chain(KubernetesClientConfiguration config, DelegatingHandler[] handlers)
    {
        HttpMessageHandler chain = TlsHandler.For(config);
        foreach (var handler in handlers.Reverse())
        {
            handler.InnerHandler = chain;
            chain = handler;
        }

        return chain;
    }

    private static ITokenProvider Credentials(KubernetesClientConfiguration config) =>
        config.TokenProvider
        ?? (string.IsNullOrEmpty(config.AccessToken) ? null : new StringTokenProvider(config.AccessToken, "Bearer"));
}
