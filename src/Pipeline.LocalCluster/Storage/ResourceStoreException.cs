namespace Pipeline.LocalCluster.Storage;

/// <summary>A request that the store refuses; the message says why.</summary>
public abstract class ResourceStoreException(string message, Exception? cause = null) : Exception(message, cause);
