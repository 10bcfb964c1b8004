using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Schemas;
using Pipeline.LocalCluster.Selection;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Handlers;

/// <summary>The scale subresource: a view of an object through <c>autoscaling/v1 Scale</c>.</summary>
internal sealed class ScaleHandler(ResourceOperations operations)
{
    public Task GetAsync(HttpContext context, ResourcePath path) =>
        Respond.JsonAsync(context, View(operations.Get(path.Kind, path.Namespace ?? "", path.Name!).Content));

    public async Task ReplaceAsync(HttpContext context, ResourcePath path)
    {
        var body = await RequestContent.ReadObjectAsync(context.Request, SchemaCatalog.Type("Scale"));
        await UpdateAsync(context, path, _ => body);
    }

    public async Task PatchAsync(HttpContext context, ResourcePath path)
    {
        var type = RequestContent.MediaType(context.Request);
        var body = await RequestContent.ReadAsync(context.Request, yaml: false);
        await UpdateAsync(context, path, WriteHandler.Patch(path, type, body));
    }

    private async Task UpdateAsync(HttpContext context, ResourcePath path, Func<JsonObject, JsonObject> change)
    {
        var options = RequestQuery.Write(context.Request, WriteScope.Scale);
        var result = await operations.UpdateAsync(
            path.Kind,
            path.Namespace ?? "",
            path.Name!,
            current => Scaled(current, change(View(current))),
            options,
            context.RequestAborted
        );
        await Respond.WriteAsync(context, result with { Content = View(result.Content) });
    }

    private static JsonObject Scaled(JsonObject current, JsonObject scale)
    {
        // Clients leave a zero out.
        current.Within("spec")["replicas"] = scale.At("spec", "replicas")?.DeepClone() ?? 0;
        if (scale.Text("metadata", "resourceVersion") is { Length: > 0 } version)
            current.Within("metadata")["resourceVersion"] = version;
        return current;
    }

    private static JsonObject View(JsonObject content)
    {
        var metadata = new JsonObject();
        foreach (var name in (ReadOnlySpan<string>)["name", "namespace", "uid", "resourceVersion", "creationTimestamp"])
            metadata[name] = content.At("metadata", name)?.DeepClone();
        return new JsonObject
        {
            ["kind"] = "Scale",
            ["apiVersion"] = "autoscaling/v1",
            ["metadata"] = metadata,
            ["spec"] = new JsonObject { ["replicas"] = content.Int("spec", "replicas") ?? 0 },
            ["status"] = new JsonObject
            {
                ["replicas"] = content.Int("status", "replicas") ?? 0,
                ["selector"] = LabelSelector.From(content.At("spec", "selector") as JsonObject).ToString(),
            },
        };
    }
}
