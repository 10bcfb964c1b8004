using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Api.Protobuf;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Schemas;
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

    /// <summary>The object in the body, which is of <paramref name="type"/> if it is not JSON or YAML.</summary>
    /// <exception cref="RefusalException">The body is too large, of another media type, or not an object.</exception>
    public static async Task<JsonObject> ReadObjectAsync(HttpRequest request, StructType type)
    {
        var mediaType = MediaType(request);
        if (mediaType is not (Json or Yaml or ProtobufObject.MediaType))
            throw Refusal.UnsupportedMediaType(mediaType, $"{Json}, {Yaml}, {ProtobufObject.MediaType}");
        var bytes = await ReadAllAsync(request);
        var content = mediaType == ProtobufObject.MediaType ? Protobuf(bytes, type) : Parse(bytes, mediaType == Yaml);
        return content as JsonObject ?? throw Refusal.BadRequest("the body is not an object");
    }

    /// <summary>The options in the body of a deletion, which may be empty.</summary>
    public static async Task<JsonObject?> ReadOptionsAsync(HttpRequest request) =>
        request.ContentLength is 0 or null && !request.Headers.TransferEncoding.Contains("chunked")
            ? null
            : await ReadObjectAsync(request, SchemaCatalog.Type("DeleteOptions"));

    /// <summary>Any JSON, or YAML if <paramref name="yaml"/>.</summary>
    /// <exception cref="RefusalException">The body is too large or cannot be parsed.</exception>
    public static async Task<JsonNode?> ReadAsync(HttpRequest request, bool yaml) =>
        Parse(await ReadAllAsync(request), yaml);

    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(HttpRequest request)
    {
        var buffer = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Refusal.TooLarge(Limit);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
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

    private static JsonObject Protobuf(ReadOnlyMemory<byte> bytes, StructType type)
    {
        try
        {
            return ProtobufObject.Read(bytes.Span, type);
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            throw Refusal.BadRequest($"the body cannot be parsed: {e.Message}");
        }
    }
}
