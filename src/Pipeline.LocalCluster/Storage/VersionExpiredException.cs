namespace Pipeline.LocalCluster.Storage;

/// <summary>The changes since a resource version are not known; the watcher has to list again.</summary>
/// <param name="version">The version that was asked for.</param>
/// <param name="known">The oldest version that will do, or the newest that there is.</param>
public sealed class VersionExpiredException(long version, long known)
    : ResourceStoreException(
        version < known
            ? $"too old resource version: {version} ({known})"
            : $"Too large resource version: {version}, current: {known}"
    );
