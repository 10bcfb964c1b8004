using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Routes;

/// <summary>Writes what the gateway makes of each HTTPRoute into its status.</summary>
internal sealed class RouteStatusController(
    IResourceStore store,
    ResourceOperations operations,
    TimeProvider time,
    ILogger<RouteStatusController> log
) : Controller(store, time, log)
{
    private static readonly WriteOptions Options = new(RouteParents.ControllerName) { Scope = WriteScope.Status };

    protected override IReadOnlyList<Trigger> Triggers =>
        [
            Trigger.Itself(GroupResource.HttpRoutes),
            new(
                GroupResource.Services,
                service => Store.List(GroupResource.HttpRoutes, service.Key.Namespace).Items.Select(route => route.Key)
            ),
        ];

    protected override async Task ReconcileAsync(ResourceKey key, CancellationToken cancel)
    {
        if (Store.Find(key) is null)
            return;
        await operations.UpdateAsync(
            KindTable.Of(key.Resource),
            key.Namespace,
            key.Name,
            content =>
            {
                content["status"] = new JsonObject
                {
                    ["parents"] = RouteParents.Of(content, FindService, Time.GetUtcNow()),
                };
                return content;
            },
            Options,
            cancel
        );
    }

    private JsonObject? FindService(string ns, string name) =>
        Store.Find(GroupResource.Services.Key(ns, name))?.Content;
}
