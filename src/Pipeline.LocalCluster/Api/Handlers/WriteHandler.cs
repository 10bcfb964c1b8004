using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Ownership;
using Pipeline.LocalCluster.Patching;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Handlers;

/// <summary>Create, replace and patch.</summary>
internal sealed class WriteHandler(ResourceOperations operations, IResourceStore store, TimeProvider time)
{
    private const string JsonPatchType = "application/json-patch+json";
    private const string MergePatchType = "application/merge-patch+json";
    private const string StrategicMergePatchType = "application/strategic-merge-patch+json";
    private const string ApplyPatchType = "application/apply-patch+yaml";

    public async Task CreateAsync(HttpContext context, ResourcePath path)
    {
        var body = await RequestContent.ReadObjectAsync(context.Request, path.Kind.Type);
        var options = RequestQuery.Write(context.Request, WriteScope.Object);
        // A namespaced object may be posted without a namespace in the URL; it then goes where it says itself.
        var ns = path.Namespace ?? body.Text("metadata", "namespace") ?? ClusterNamespaces.Default;
        await Respond.WriteAsync(
            context,
            await operations.CreateAsync(path.Kind, ns, body, options, context.RequestAborted)
        );
    }

    public async Task ReplaceAsync(HttpContext context, ResourcePath path, WriteScope scope)
    {
        var body = await RequestContent.ReadObjectAsync(context.Request, path.Kind.Type);
        var options = RequestQuery.Write(context.Request, scope);
        await UpdateAsync(context, path, _ => body.DeepClone().AsObject(), options);
    }

    public async Task PatchAsync(HttpContext context, ResourcePath path, WriteScope scope)
    {
        var type = RequestContent.MediaType(context.Request);
        var body = await RequestContent.ReadAsync(context.Request, yaml: type == ApplyPatchType);
        var options = RequestQuery.Write(context.Request, scope);
        if (type == ApplyPatchType)
            await ApplyAsync(context, path, Object(body), options with { Applies = true });
        else
            await UpdateAsync(context, path, Patch(path, type, body), options);
    }

    /// <summary>What a patch of that media type makes of an object.</summary>
    /// <exception cref="RefusalException">The media type is not known, or not for this kind, or the patch is malformed.</exception>
    public static Func<JsonObject, JsonObject> Patch(ResourcePath path, string type, JsonNode? body)
    {
        switch (type)
        {
            case JsonPatchType:
                var list = body as JsonArray ?? throw Refusal.BadRequest("a JSON patch is an array of operations");
                return Guarded(current => JsonPatch.Apply(current, list));
            case MergePatchType:
                var patch = Object(body);
                return Guarded(current => MergePatch.Apply(current, patch));
            case StrategicMergePatchType when path.Kind.BuiltIn:
                var strategic = Object(body);
                return Guarded(current => StrategicMergePatch.Apply(current, strategic, path.Kind.Type));
            default:
                string[] custom = [JsonPatchType, MergePatchType, ApplyPatchType];
                throw Refusal.UnsupportedMediaType(
                    type,
                    string.Join(", ", path.Kind.BuiltIn ? [.. custom, StrategicMergePatchType] : custom)
                );
        }
    }

    private async Task UpdateAsync(
        HttpContext context,
        ResourcePath path,
        Func<JsonObject, JsonObject> change,
        WriteOptions options
    )
    {
        var ns = path.Namespace ?? "";
        await Respond.WriteAsync(
            context,
            await operations.UpdateAsync(path.Kind, ns, path.Name!, change, options, context.RequestAborted)
        );
    }

    private async Task ApplyAsync(HttpContext context, ResourcePath path, JsonObject config, WriteOptions options)
    {
        if (RequestQuery.Text(context.Request, "fieldManager") is null)
            throw Refusal.BadRequest("fieldManager is required for apply patch");
        if (config.At("metadata", "managedFields") is not null)
            throw Refusal.BadRequest("metadata.managedFields must be nil");
        var force = RequestQuery.Flag(context.Request, "force");
        var warnings = Admission.Decode(path.Kind, config, options.FieldValidation);
        NameAsPath(config, path);
        JsonObject Apply(JsonObject live) =>
            FieldManagers.Apply(path.Kind, live, config, options, force, time.GetUtcNow());

        var key = path.Kind.Key(path.Namespace ?? "", path.Name!);
        if (store.Find(key) is null && options.Scope == WriteScope.Object)
        {
            var created = await operations.CreateAsync(
                path.Kind,
                path.Namespace ?? "",
                Apply([]),
                options,
                context.RequestAborted
            );
            await Respond.WriteAsync(context, created with { Warnings = warnings });
            return;
        }

        var updated = await operations.UpdateAsync(
            path.Kind,
            key.Namespace,
            key.Name,
            Apply,
            options,
            context.RequestAborted
        );
        await Respond.WriteAsync(context, updated with { Warnings = warnings });
    }

    private static void NameAsPath(JsonObject config, ResourcePath path)
    {
        var metadata = config.Within("metadata");
        if (metadata.Text("name") is { } name && name != path.Name)
            throw Refusal.BadRequest(
                $"the name of the object ({name}) does not match the name on the URL ({path.Name})"
            );
        metadata["name"] = path.Name;
        if (path.Namespace is not null)
            metadata["namespace"] ??= path.Namespace;
    }

    private static Func<JsonObject, JsonObject> Guarded(Func<JsonObject, JsonObject> patch) =>
        current =>
        {
            try
            {
                return patch(current);
            }
            catch (PatchException e)
            {
                throw Refusal.InvalidPatch(e.Message);
            }
        };

    private static JsonObject Object(JsonNode? body) =>
        body as JsonObject ?? throw Refusal.BadRequest("the patch is not an object");
}
