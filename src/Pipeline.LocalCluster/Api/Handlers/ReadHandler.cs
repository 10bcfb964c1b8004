using System.Buffers;
using System.Globalization;
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
            ? Respond.JsonAsync(context, Table(context, path, [stored], stored.ResourceVersion))
            : Respond.BytesAsync(context, stored.Utf8);
    }

    public Task ListAsync(HttpContext context, ResourcePath path)
    {
        var selector = RequestQuery.Selector(context.Request, path.Kind);
        var list = store.List(path.Kind.Resource, path.Namespace);
        var selected = list.Items.Where(selector.Selects).ToList();
        return TableAccept.Wants(context.Request)
            ? Respond.JsonAsync(context, Table(context, path, selected, list.ResourceVersion))
            : Respond.BytesAsync(context, List(path, selected, list.ResourceVersion));
    }

    private JsonObject Table(HttpContext context, ResourcePath path, IEnumerable<StoredObject> objects, long version) =>
        ResourceTable.Of(
            path.Kind,
            objects.Select(stored => stored.Content),
            time.GetUtcNow(),
            TableAccept.Includes(context.Request),
            version
        );

    // The objects' bytes are copied as they are: a list costs no more than its size.
    private static ReadOnlyMemory<byte> List(ResourcePath path, IReadOnlyList<StoredObject> objects, long version)
    {
        var buffer = new ArrayBufferWriter<byte>(1024 + objects.Sum(stored => stored.Utf8.Length + 1));
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", $"{path.Kind.Kind}List");
            writer.WriteString("apiVersion", path.Kind.ApiVersion);
            writer.WriteStartObject("metadata");
            writer.WriteString("resourceVersion", version.ToString(CultureInfo.InvariantCulture));
            writer.WriteEndObject();
            writer.WriteStartArray("items");
            foreach (var stored in objects)
                writer.WriteRawValue(stored.Utf8.Span, skipInputValidation: true);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
