using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Api.Tables;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Handlers;

/// <summary>Get and list, as objects or as the table that <c>kubectl get</c> prints.</summary>
internal sealed class ReadHandler(IResourceStore store, ResourceOperations operations, TimeProvider time)
{
    public Task GetAsync(HttpContext context, ResourcePath path)
    {
        var stored = operations.Get(path.Kind, path.Namespace ?? "", path.Name!);
        return TableAccept.Wants(context.Request)
            ? Respond.JsonAsync(context, Table(context, path, new ListPage([stored], stored.ResourceVersion)))
            : Respond.BytesAsync(context, stored.Utf8);
    }

    public Task ListAsync(HttpContext context, ResourcePath path)
    {
        var page = ListPage.Of(
            store.List(path.Kind.Resource, path.Namespace),
            RequestQuery.Selector(context.Request, path.Kind),
            RequestQuery.Number(context.Request, "limit"),
            RequestQuery.Text(context.Request, "continue") is { } token ? ContinueToken.Parse(token) : null
        );
        return TableAccept.Wants(context.Request)
            ? Respond.JsonAsync(context, Table(context, path, page))
            : Respond.BytesAsync(context, List(path, page));
    }

    private JsonObject Table(HttpContext context, ResourcePath path, ListPage page) =>
        ResourceTable.Of(
            path.Kind,
            page.Items.Select(stored => stored.Content),
            time.GetUtcNow(),
            TableAccept.Includes(context.Request),
            page.Metadata()
        );

    // The objects' bytes are copied as they are: a list costs no more than its size.
    private static ReadOnlyMemory<byte> List(ResourcePath path, ListPage page)
    {
        var buffer = new ArrayBufferWriter<byte>(1024 + page.Items.Sum(stored => stored.Utf8.Length + 1));
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", $"{path.Kind.Kind}List");
            writer.WriteString("apiVersion", path.Kind.ApiVersion);
            writer.WritePropertyName("metadata");
            page.Metadata().WriteTo(writer);
            writer.WriteStartArray("items");
            foreach (var stored in page.Items)
                writer.WriteRawValue(stored.Utf8.Span, skipInputValidation: true);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
