using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Selection;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers;

/// <summary>
/// Finds what an owner controls; takes in what its selector finds and nobody controls, and lets go of what it no longer finds.
/// </summary>
internal sealed class Adoption(IResourceStore store, ResourceOperations operations, WriteOptions options)
{
    public async Task<IReadOnlyList<StoredObject>> ClaimAsync(
        StoredObject owner,
        GroupResource dependents,
        CancellationToken cancel
    )
    {
        var selector = LabelSelector.From(owner.Content.At("spec", "selector") as JsonObject);
        var takesIn = owner.Content.At("metadata", "deletionTimestamp") is null;
        var claimed = new List<StoredObject>();
        foreach (var candidate in store.List(dependents, owner.Key.Namespace).Items)
        {
            var matches = selector.Selects(candidate.Content);
            if (OwnerReference.IsControlledBy(candidate.Content, owner.Content))
            {
                if (matches)
                    claimed.Add(candidate);
                else if (takesIn)
                    await ReleaseAsync(candidate, owner, cancel);
            }
            else if (matches && takesIn && IsFree(candidate.Content))
            {
                await AdoptAsync(candidate, owner, cancel);
                claimed.Add(store.Find(candidate.Key) ?? candidate);
            }
        }

        return claimed;
    }

    private static bool IsFree(JsonObject content) =>
        OwnerReference.ControllerOf(content) is null && content.At("metadata", "deletionTimestamp") is null;

    private Task AdoptAsync(StoredObject candidate, StoredObject owner, CancellationToken cancel) =>
        ChangeAsync(
            candidate,
            content =>
            {
                var metadata = content.Within("metadata");
                metadata["ownerReferences"] ??= new JsonArray();
                metadata["ownerReferences"]!.AsArray().Add(OwnerReference.Controlling(owner.Content));
            },
            cancel
        );

    private Task ReleaseAsync(StoredObject candidate, StoredObject owner, CancellationToken cancel) =>
        ChangeAsync(
            candidate,
            content => OwnerReference.Remove(content, owner.Content.Text("metadata", "uid")),
            cancel
        );

    private Task ChangeAsync(StoredObject candidate, Action<JsonObject> change, CancellationToken cancel) =>
        operations.UpdateAsync(
            KindTable.Of(candidate.Key.Resource),
            candidate.Key.Namespace,
            candidate.Key.Name,
            content =>
            {
                change(content);
                return content;
            },
            options,
            cancel
        );
}
