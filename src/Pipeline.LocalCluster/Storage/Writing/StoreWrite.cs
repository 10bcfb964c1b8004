using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Storage.Writing;

/// <summary>A write on its way: what to make of the current object, and who waits for the outcome.</summary>
/// <param name="Key">The object.</param>
/// <param name="Decide">New content from the current object, or null to remove it; throws to refuse.</param>
internal sealed record StoreWrite(ResourceKey Key, Func<StoredObject?, JsonObject?> Decide)
{
    public TaskCompletionSource<StoredObject> Outcome { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
