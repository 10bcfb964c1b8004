using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Documents;

/// <summary>The OpenAPI 2 document of all kinds, as JSON.</summary>
internal static class OpenApiV2
{
    private static readonly Lazy<ReadOnlyMemory<byte>> Document = new(() => JsonText.Utf8(Create()));

    public static Task RespondAsync(HttpContext context) => Respond.BytesAsync(context, Document.Value);

    private static JsonObject Create()
    {
        var definitions = new OpenApiSchema("#/definitions/");
        foreach (var kind in KindTable.All)
            definitions.Add(kind);
        return new JsonObject
        {
            ["swagger"] = "2.0",
            ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = Discovery.GitVersion },
            ["paths"] = new JsonObject(),
            ["definitions"] = definitions.Definitions(),
        };
    }
}
