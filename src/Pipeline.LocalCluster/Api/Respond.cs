using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api;

/// <summary>Writes responses.</summary>
internal static class Respond
{
    public const string Json = "application/json";

    public static Task JsonAsync(HttpContext context, JsonNode body, int status = StatusCodes.Status200OK) =>
        BytesAsync(context, JsonText.Utf8(body), status);

    public static async Task BytesAsync(
        HttpContext context,
        ReadOnlyMemory<byte> body,
        int status = StatusCodes.Status200OK
    )
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Json;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    public static Task TextAsync(HttpContext context, string text, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    /// <summary>The object of a write, 201 if it is new, and its warnings as headers (RFC 7234, section 5.5).</summary>
    public static Task WriteAsync(HttpContext context, WriteResult result)
    {
        foreach (var warning in result.Warnings)
        {
            var quoted = warning
                .Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal);
            context.Response.Headers.Append("Warning", $"299 - \"{quoted}\"");
        }

        return JsonAsync(
            context,
            result.Content,
            result.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK
        );
    }

    public static Task RefusalAsync(HttpContext context, RefusalException refusal) =>
        JsonAsync(context, refusal.ToStatus(), refusal.Code);
}
