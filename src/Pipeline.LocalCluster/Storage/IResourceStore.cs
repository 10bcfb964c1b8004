using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Storage;

/// <summary>
/// The one place where the cluster keeps objects. A write is on disk before its task completes and before anyone
/// sees it; a write that changes nothing leaves the resource version as it was.
/// </summary>
public interface IResourceStore
{
    /// <summary>The object, or null.</summary>
    StoredObject? Find(ResourceKey key);

    /// <summary>All objects of a collection, or those of one namespace.</summary>
    ResourceList List(GroupResource resource, string? ns = null);

    /// <summary>Stores a new object; its content must name it as <paramref name="key"/> does.</summary>
    /// <exception cref="ResourceExistsException">There is an object of that key.</exception>
    Task<StoredObject> CreateAsync(ResourceKey key, JsonObject content, CancellationToken cancel = default);

    /// <summary>Replaces the object that has exactly <paramref name="resourceVersion"/>.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such object.</exception>
    /// <exception cref="ResourceConflictException">The object has another version.</exception>
    Task<StoredObject> UpdateAsync(
        ResourceKey key,
        JsonObject content,
        long resourceVersion,
        CancellationToken cancel = default
    );

    /// <summary>
    /// Applies <paramref name="change"/> to a copy of the current content, and again to a newer one as long as somebody
    /// else writes in between. The change may alter and return what it is given.
    /// </summary>
    /// <exception cref="ResourceNotFoundException">There is no such object.</exception>
    Task<StoredObject> UpdateAsync(
        ResourceKey key,
        Func<JsonObject, JsonObject> change,
        CancellationToken cancel = default
    );

    /// <summary>Removes the object for good, whatever its finalizers say, and returns its last content.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such object.</exception>
    /// <exception cref="ResourceConflictException">A version was given and the object has another one.</exception>
    Task<StoredObject> DeleteAsync(ResourceKey key, long? resourceVersion = null, CancellationToken cancel = default);

    /// <summary>
    /// Reports changes until cancelled. Without <paramref name="after"/> it first replays the current objects as
    /// <see cref="ResourceChange.Put"/> and a <see cref="ResourceChange.Bookmark"/>; with it, it starts behind that version.
    /// </summary>
    /// <exception cref="VersionExpiredException">
    /// Changes since <paramref name="after"/> are no longer known, or the reader fell too far behind: list again.
    /// </exception>
    IAsyncEnumerable<ResourceChange> WatchAsync(
        GroupResource resource,
        string? ns = null,
        long? after = null,
        CancellationToken cancel = default
    );
}
