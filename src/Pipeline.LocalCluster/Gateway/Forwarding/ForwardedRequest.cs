using Microsoft.AspNetCore.Http.Features;

namespace Pipeline.LocalCluster.Gateway.Forwarding;

/// <summary>The request that an endpoint gets: target, method, body and end-to-end header fields as the client sent them.</summary>
internal static class ForwardedRequest
{
    // The target goes on as it came: an escaped slash or dot means something to the service.
    private static readonly UriCreationOptions AsItCame = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static HttpRequestMessage Create(HttpContext context, string endpoint, StreamedBody? body)
    {
        var request = context.Request;
        var message = new HttpRequestMessage(
            HttpMethod.Parse(request.Method),
            new Uri($"http://{endpoint}{Target(context)}", AsItCame)
        )
        {
            Content = body,
        };

        foreach (var (name, values) in request.Headers)
        {
            if (
                HopByHop.Drops(name, request.Headers.Connection)
                || name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
            )
                continue;
            IEnumerable<string?> all = values;
            if (!message.Headers.TryAddWithoutValidation(name, all))
                body?.Headers.TryAddWithoutValidation(name, all);
        }

        var client = context.Connection.RemoteIpAddress?.ToString();
        var before = request.Headers["X-Forwarded-For"];
        message.Headers.TryAddWithoutValidation("X-Forwarded-For", before.Count == 0 ? client : $"{before}, {client}");
        message.Headers.TryAddWithoutValidation("X-Forwarded-Host", request.Host.Value);
        message.Headers.TryAddWithoutValidation("X-Forwarded-Proto", request.Scheme);
        return message;
    }

    private static string Target(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return raw.StartsWith('/') ? raw : context.Request.Path.ToUriComponent() + context.Request.QueryString;
    }
}
