using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Gateway;

/// <summary>What the gateway itself has to say about a request, as RFC 9457 problem details.</summary>
internal static class GatewayProblem
{
    public static async Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        var body = JsonText.Utf8(
            new JsonObject
            {
                ["title"] = ReasonPhrases.GetReasonPhrase(status),
                ["status"] = status,
                ["detail"] = detail,
            }
        );
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }
}
