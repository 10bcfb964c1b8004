using System.Net;

namespace Octokit;

internal sealed class Response(HttpResponseMessage message, string body) : IResponse
{
    public object Body { get; } = body;

    public IReadOnlyDictionary<string, string> Headers { get; } =
        message.Headers.ToDictionary(
            header => header.Key,
            header => string.Join(',', header.Value),
            StringComparer.OrdinalIgnoreCase
        );

    public HttpStatusCode StatusCode { get; } = message.StatusCode;

    public string ContentType { get; } = message.Content.Headers.ContentType?.MediaType;
}
