using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Cleanup;

/// <summary>Empties namespaces that are being deleted, and removes them when nothing is left in them.</summary>
internal sealed class NamespaceController(
    IResourceStore store,
    ResourceOperations operations,
    TimeProvider time,
    ILogger<NamespaceController> log
) : Controller(store, time, log)
{
    protected override IReadOnlyList<Trigger> Triggers =>
        [
            Trigger.Itself(GroupResource.Namespaces),
            .. KindTable
                .All.Where(kind => kind.Namespaced)
                .Select(kind => new Trigger(
                    kind.Resource,
                    changed => [GroupResource.Namespaces.Key("", changed.Key.Namespace)]
                )),
        ];

    protected override async Task ReconcileAsync(ResourceKey key, CancellationToken cancel)
    {
        if (Store.Find(key)?.Content.At("metadata", "deletionTimestamp") is null)
            return;
        var left = KindTable
            .All.Where(kind => kind.Namespaced)
            .SelectMany(kind =>
                Store.List(kind.Resource, key.Name).Items.Select(stored => (Kind: kind, Stored: stored))
            )
            .ToList();
        foreach (var (kind, stored) in left.Where(o => o.Stored.Content.At("metadata", "deletionTimestamp") is null))
            await operations.DeleteAsync(kind, key.Name, stored.Key.Name, new DeleteOptions(), cancel);
        if (left.Count == 0)
            await Store.DeleteAsync(key, cancel: cancel);
    }
}
