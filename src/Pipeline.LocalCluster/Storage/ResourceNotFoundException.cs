namespace Pipeline.LocalCluster.Storage;

/// <summary>There is no object of that key.</summary>
public sealed class ResourceNotFoundException(ResourceKey key) : ResourceStoreException($"{key} not found")
{
    public ResourceKey Key { get; } = key;
}
