namespace Pipeline.LocalCluster.Storage;

/// <summary>The changes since a resource version are no longer known; the watcher has to list again.</summary>
public sealed class VersionExpiredException(long version, long oldest)
    : ResourceStoreException($"too old resource version: {version} ({oldest})");
