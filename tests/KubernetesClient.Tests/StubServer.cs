using System.Net;
using System.Text;
using k8s;

namespace KubernetesClient.Tests;

/// <summary>Stands in for an API server: keeps what it was asked and answers what it was told to.</summary>
internal sealed class StubServer(string answer = "{}", HttpStatusCode status = HttpStatusCode.OK) : DelegatingHandler
{
    public string Method { get; private set; } = "";

    public string Uri { get; private set; } = "";

    public string? ContentType { get; private set; }

    public string? Body { get; private set; }

    public string? Authorization { get; private set; }

    public Kubernetes Client(Action<KubernetesClientConfiguration>? configure = null)
    {
        var configuration = new KubernetesClientConfiguration { Host = "https://cluster.example:6443" };
        configure?.Invoke(configuration);
        return new Kubernetes(configuration, this);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Method = request.Method.Method;
        Uri = request.RequestUri!.AbsoluteUri;
        ContentType = request.Content?.Headers.ContentType?.ToString();
        Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Authorization = request.Headers.Authorization?.ToString();
        var response = new HttpResponseMessage(status) { Content = new StringContent(answer, Encoding.UTF8) };
        response.Headers.Add("Retry-After", "7");
        return response;
    }
}
