using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Cleanup;

/// <summary>
/// Deletes objects whose owners are all gone, and finishes deletions that wait for dependents to be deleted or released.
/// </summary>
internal sealed class GarbageCollector(
    IResourceStore store,
    ResourceOperations operations,
    TimeProvider time,
    ILogger<GarbageCollector> log
) : Controller(store, time, log)
{
    private static readonly WriteOptions Options = new("kube-controller-manager");

    protected override IReadOnlyList<Trigger> Triggers =>
        [
            .. KindTable.All.Select(kind => new Trigger(
                kind.Resource,
                changed => [changed.Key, .. Owners(changed), .. Dependents(changed)]
            )),
        ];

    protected override async Task ReconcileAsync(ResourceKey key, CancellationToken cancel)
    {
        if (Store.Find(key) is not { } found)
            return;
        var finalizers = found.Content.Texts("metadata", "finalizers").ToList();
        if (found.Content.At("metadata", "deletionTimestamp") is not null)
        {
            if (finalizers.Contains(Deletion.OrphanFinalizer))
                await ReleaseDependentsAsync(found, cancel);
            else if (finalizers.Contains(Deletion.ForegroundFinalizer))
                await DeleteDependentsAsync(found, cancel);
        }
        else if (OwnersAreGone(found))
            await DeleteAsync(found, "Background", cancel);
    }

    private bool OwnersAreGone(StoredObject dependent)
    {
        var owners = OwnerReference.Of(dependent.Content).ToList();
        return owners.Count > 0 && owners.All(owner => Find(owner, dependent.Key.Namespace) is null);
    }

    private async Task ReleaseDependentsAsync(StoredObject owner, CancellationToken cancel)
    {
        var uid = owner.Content.Text("metadata", "uid");
        foreach (var key in Dependents(owner))
        {
            await operations.UpdateAsync(
                KindTable.Of(key.Resource),
                key.Namespace,
                key.Name,
                content =>
                {
                    OwnerReference.Remove(content, uid);
                    return content;
                },
                Options,
                cancel
            );
        }

        await RemoveFinalizerAsync(owner, Deletion.OrphanFinalizer, cancel);
    }

    private async Task DeleteDependentsAsync(StoredObject owner, CancellationToken cancel)
    {
        var left = Dependents(owner).Select(Store.Find).OfType<StoredObject>().ToList();
        foreach (var dependent in left.Where(o => o.Content.At("metadata", "deletionTimestamp") is null))
            await DeleteAsync(dependent, "Foreground", cancel);
        if (left.Count == 0)
            await RemoveFinalizerAsync(owner, Deletion.ForegroundFinalizer, cancel);
    }

    private Task RemoveFinalizerAsync(StoredObject owner, string finalizer, CancellationToken cancel) =>
        operations.UpdateAsync(
            KindTable.Of(owner.Key.Resource),
            owner.Key.Namespace,
            owner.Key.Name,
            content =>
            {
                content["metadata"]!["finalizers"]!.AsArray().RemoveAll(f => f.Text() == finalizer);
                return content;
            },
            Options,
            cancel
        );

    private Task DeleteAsync(StoredObject dependent, string propagation, CancellationToken cancel) =>
        operations.DeleteAsync(
            KindTable.Of(dependent.Key.Resource),
            dependent.Key.Namespace,
            dependent.Key.Name,
            new DeleteOptions { Propagation = propagation, Uid = dependent.Content.Text("metadata", "uid") },
            cancel
        );

    private StoredObject? Find(OwnerReference owner, string ns)
    {
        var group = owner.ApiVersion.Contains('/') ? owner.ApiVersion.Split('/')[0] : "";
        var found = KindTable.FindKind(group, owner.Kind) is { } kind ? Store.Find(kind.Key(ns, owner.Name)) : null;
        return found?.Content.Text("metadata", "uid") == owner.Uid ? found : null;
    }

    private IEnumerable<ResourceKey> Owners(StoredObject changed) =>
        OwnerReference
            .Of(changed.Content)
            .Select(owner => Find(owner, changed.Key.Namespace)?.Key)
            .OfType<ResourceKey>();

    // Owners are few and objects some hundreds: searching them all costs less than an index that must be kept right.
    private IEnumerable<ResourceKey> Dependents(StoredObject owner)
    {
        if (owner.Content.At("metadata", "deletionTimestamp") is null && Store.Find(owner.Key) is not null)
            return [];
        var uid = owner.Content.Text("metadata", "uid") ?? "";
        return KindTable
            .All.SelectMany(kind => Store.List(kind.Resource).Items)
            .Where(candidate => OwnerReference.Of(candidate.Content).Any(o => o.Uid == uid))
            .Select(candidate => candidate.Key)
            .ToList();
    }
}
