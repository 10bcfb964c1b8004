using System.Net;
using System.Text;

namespace Pipeline.Kubernetes.Tests.Metrics;

/// <summary>Answers requests in place of a Prometheus or a gateway, and keeps them.</summary>
internal sealed class StubServer(Func<Uri, StubAnswer> answer) : HttpMessageHandler
{
    public List<(Uri Uri, string? Authorization)> Requests { get; } = [];

    public HttpClient Client() => new(this);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Requests.Add((request.RequestUri!, request.Headers.Authorization?.ToString()));
        var given = answer(request.RequestUri!);
        var response = new HttpResponseMessage(given.Status)
        {
            Content = new StringContent(given.Body, Encoding.UTF8, given.MediaType),
        };
        if (given.RetryAfter is { } seconds)
            response.Headers.Add("Retry-After", seconds);
        return Task.FromResult(response);
    }
}
