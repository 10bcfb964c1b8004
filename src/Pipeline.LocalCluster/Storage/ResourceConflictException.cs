namespace Pipeline.LocalCluster.Storage;

/// <summary>The object was changed by somebody else since the caller read it.</summary>
public sealed class ResourceConflictException(ResourceKey key, long expected, long actual)
    : ResourceStoreException($"{key} has resource version {actual}, not {expected}: read it again")
{
    public ResourceKey Key { get; } = key;
}
