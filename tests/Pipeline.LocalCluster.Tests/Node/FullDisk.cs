using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Node;

/// <summary>A store whose disk takes no write to pods for a while.</summary>
internal sealed class FullDisk(IResourceStore store) : IResourceStore
{
    private readonly TaskCompletionSource _refused = new();

    public bool IsFull { get; set; }

    /// <summary>Completes with the first write that was refused.</summary>
    public Task Refused => _refused.Task;

    public StoredObject? Find(ResourceKey key) => store.Find(key);

    public ResourceList List(GroupResource resource, string? ns = null) => store.List(resource, ns);

    public Task<StoredObject> CreateAsync(ResourceKey key, JsonObject content, CancellationToken cancel = default) =>
        store.CreateAsync(key, content, cancel);

    public Task<StoredObject> UpdateAsync(
        ResourceKey key,
        JsonObject content,
        long resourceVersion,
        CancellationToken cancel = default
    ) => Take(key, () => store.UpdateAsync(key, content, resourceVersion, cancel));

    public Task<StoredObject> UpdateAsync(
        ResourceKey key,
        Func<JsonObject, JsonObject> change,
        CancellationToken cancel = default
    ) => Take(key, () => store.UpdateAsync(key, change, cancel));

    public Task<StoredObject> DeleteAsync(
        ResourceKey key,
        long? resourceVersion = null,
        CancellationToken cancel = default
    ) => Take(key, () => store.DeleteAsync(key, resourceVersion, cancel));

    public IAsyncEnumerable<ResourceChange> WatchAsync(
        GroupResource resource,
        string? ns = null,
        long? after = null,
        CancellationToken cancel = default
    ) => store.WatchAsync(resource, ns, after, cancel);

    private Task<StoredObject> Take(ResourceKey key, Func<Task<StoredObject>> write)
    {
        if (!IsFull || key.Resource != GroupResource.Pods)
            return write();
        _refused.TrySetResult();
        return Task.FromException<StoredObject>(
            new StoreWriteException("store.log", new IOException("No space left on device"))
        );
    }
}
