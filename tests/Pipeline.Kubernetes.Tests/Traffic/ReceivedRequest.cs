using Microsoft.AspNetCore.Http;
using Pipeline.Kubernetes.Traffic;

namespace Pipeline.Kubernetes.Tests.Traffic;

/// <summary>A request as it arrived at a gateway.</summary>
internal sealed record ReceivedRequest(
    string Method,
    string Path,
    string Host,
    string? Mark,
    string? ContentType,
    string Body
)
{
    public static async Task<ReceivedRequest> ReadAsync(HttpRequest request)
    {
        using var body = new StreamReader(request.Body);
        return new ReceivedRequest(
            request.Method,
            request.Path + request.QueryString,
            request.Host.Value ?? "",
            request.Headers[LoadGenerator.Header],
            request.ContentType,
            await body.ReadToEndAsync()
        );
    }
}
