namespace Pipeline.LocalCluster.Storage;

/// <summary>An object of that key is already there.</summary>
public sealed class ResourceExistsException(ResourceKey key) : ResourceStoreException($"{key} already exists")
{
    public ResourceKey Key { get; } = key;
}
