namespace Pipeline.LocalCluster.Storage;

/// <summary>The disk did not take a write: nothing of it was stored, everything stored before is intact.</summary>
public sealed class StoreWriteException(string path, Exception cause)
    : ResourceStoreException($"{path}: not written, and nothing was changed: {cause.Message}", cause);
