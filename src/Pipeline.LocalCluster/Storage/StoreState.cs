namespace Pipeline.LocalCluster.Storage;

/// <summary>The objects in memory, as of the last stored write. Not thread-safe: <see cref="ResourceStore"/> guards it.</summary>
internal sealed class StoreState
{
    private static readonly IComparer<ResourceKey> ByNamespaceAndName = Comparer<ResourceKey>.Create(
        (x, y) =>
            string.CompareOrdinal(x.Namespace, y.Namespace) is not 0 and var order
                ? order
                : string.CompareOrdinal(x.Name, y.Name)
    );

    private readonly Dictionary<GroupResource, SortedDictionary<ResourceKey, StoredObject>> _collections = [];

    /// <summary>The version of the last write, of whatever object.</summary>
    public long Version { get; set; }

    public IEnumerable<StoredObject> All => _collections.Values.SelectMany(collection => collection.Values);

    public StoredObject? Find(ResourceKey key) =>
        _collections.TryGetValue(key.Resource, out var collection) ? collection.GetValueOrDefault(key) : null;

    public List<StoredObject> List(GroupResource resource, string? ns)
    {
        if (!_collections.TryGetValue(resource, out var collection))
            return [];
        return ns is null ? [.. collection.Values] : [.. collection.Values.Where(o => o.Key.Namespace == ns)];
    }

    public void Apply(ResourceChange change)
    {
        switch (change)
        {
            case ResourceChange.Put put:
                Put(put.Object);
                break;
            case ResourceChange.Removed removed:
                Remove(removed.Object.Key);
                break;
        }

        Version = change.ResourceVersion;
    }

    public void Put(StoredObject stored)
    {
        if (!_collections.TryGetValue(stored.Key.Resource, out var collection))
            _collections[stored.Key.Resource] = collection = new(ByNamespaceAndName);
        collection.GetValueOrDefault(stored.Key)?.BecomePast();
        collection[stored.Key] = stored;
    }

    public void Remove(ResourceKey key)
    {
        if (_collections.TryGetValue(key.Resource, out var collection) && collection.Remove(key, out var removed))
            removed.BecomePast();
    }
}
