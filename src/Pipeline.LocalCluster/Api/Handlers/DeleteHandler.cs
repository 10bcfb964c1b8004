using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Handlers;

/// <summary>Deletes one object, or all selected ones of a collection.</summary>
internal sealed class DeleteHandler(ResourceOperations operations, IResourceStore store)
{
    public async Task DeleteAsync(HttpContext context, ResourcePath path)
    {
        var options = await OptionsAsync(context.Request);
        var (content, gone) = await operations.DeleteAsync(
            path.Kind,
            path.Namespace ?? "",
            path.Name!,
            options,
            context.RequestAborted
        );
        await Respond.JsonAsync(context, gone && !path.Kind.ReturnsDeleted ? Success(path, content) : content);
    }

    public async Task DeleteCollectionAsync(HttpContext context, ResourcePath path)
    {
        var options = await OptionsAsync(context.Request);
        var selector = RequestQuery.Selector(context.Request, path.Kind);
        var selected = store.List(path.Kind.Resource, path.Namespace).Items.Where(selector.Selects);
        var deleted = new JsonArray();
        foreach (var stored in selected)
        {
            var (content, _) = await operations.DeleteAsync(
                path.Kind,
                stored.Key.Namespace,
                stored.Key.Name,
                options,
                context.RequestAborted
            );
            deleted.Add(content.DeepClone());
        }

        await Respond.JsonAsync(
            context,
            new JsonObject
            {
                ["kind"] = $"{path.Kind.Kind}List",
                ["apiVersion"] = path.Kind.ApiVersion,
                ["metadata"] = new JsonObject(),
                ["items"] = deleted,
            }
        );
    }

    private static async Task<DeleteOptions> OptionsAsync(HttpRequest request)
    {
        var options = DeleteOptions.From(await RequestContent.ReadOptionsAsync(request));
        return options with
        {
            GracePeriodSeconds = options.GracePeriodSeconds ?? RequestQuery.Number(request, "gracePeriodSeconds"),
            Propagation = options.Propagation ?? RequestQuery.Text(request, "propagationPolicy"),
            DryRun = options.DryRun || RequestQuery.DryRun(request),
        };
    }

    private static JsonObject Success(ResourcePath path, JsonObject content) =>
        new()
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Success",
            ["details"] = new JsonObject
            {
                ["name"] = path.Name,
                ["group"] = path.Kind.Group,
                ["kind"] = path.Kind.Plural,
                ["uid"] = content.Text("metadata", "uid"),
            },
        };
}
