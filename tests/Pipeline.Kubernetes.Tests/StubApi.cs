using System.Net;
using System.Text;
using k8s;

namespace Pipeline.Kubernetes.Tests;

/// <summary>Answers the requests of a client in place of an API server, and keeps them.</summary>
internal sealed class StubApi(Func<StubRequest, (HttpStatusCode Status, string Body)> answer) : DelegatingHandler
{
    public List<StubRequest> Requests { get; } = [];

    public IKubernetes Client() =>
        new k8s.Kubernetes(new KubernetesClientConfiguration { Host = "https://cluster.example" }, this);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var asked = new StubRequest(
            request.Method.Method,
            Uri.UnescapeDataString(request.RequestUri!.PathAndQuery),
            request.Content?.Headers.ContentType?.MediaType,
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)
        );
        Requests.Add(asked);
        var (status, body) = answer(asked);
        return new HttpResponseMessage(status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            RequestMessage = request,
        };
    }
}
