using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Resources;
using YamlDotNet.Core;

namespace Pipeline.LocalCluster.Api;

/// <summary>Reads the body of a request as JSON, or as YAML where that is allowed.</summary>
internal static class RequestContent
{
    /// <summary>The largest body that is read, as in Kubernetes: 3 MiB.</summary>
    public const long Limit = 3 * 1024 * 1024;

    private const string Json = "application/json";
    private const string Yaml = "application/yaml";

    /// <summary>The media type without parameters.</summary>
    public static string MediaType(HttpRequest request) => (request.ContentType ?? Json).Split(';')[0].Trim();

    /// <summary>The object in the body.</summary>
    /// <exception cref="RefusalException">The body is too large, of another media type, or not an object.</exception>
    public static async Task<JsonObject> ReadObjectAsync(HttpRequest request)
    {
        var type = MediaType(request);
        if (type is not (Json or Yaml))
            throw Refusal.UnsupportedMediaType(type, $"{Json}, {Yaml}");
        return await ReadAsync(request, type == Yaml) as JsonObject
            ?? throw Refusal.BadRequest("the body is not an object");
    }

    /// <summary>The options in the body of a deletion, which may be empty.</summary>
    public static async Task<JsonObject?> ReadOptionsAsync(HttpRequest request) =>
        request.ContentLength is 0 or null && !request.Headers.TransferEncoding.Contains("chunked")
            ? null
            : await ReadObjectAsync(request);

    /// <summary>Any JSON, or YAML if <paramref name="yaml"/>.</summary>
    /// <exception cref="RefusalException">The body is too large or cannot be parsed.</exception>
    public static async Task<JsonNode?> ReadAsync(HttpRequest request, bool yaml)
    {
        using var buffer = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Refusal.TooLarge(Limit);
        }

        return Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), yaml);
    }

    private static JsonNode? Parse(ReadOnlyMemory<byte> bytes, bool yaml)
    {
        try
        {
            // JSON is YAML, and most clients send it under either name.
            if (yaml && bytes.Span.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..])
                return YamlJson.Parse(bytes);
            return JsonNode.Parse(bytes.Span, null, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (Exception e) when (e is JsonException or YamlException)
        {
            throw Refusal.BadRequest($"the body cannot be parsed: {e.Message}");
        }
    }
}
