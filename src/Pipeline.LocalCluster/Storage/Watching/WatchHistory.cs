namespace Pipeline.LocalCluster.Storage.Watching;

/// <summary>The last changes of all collections, so that a watch can go on where another one ended.</summary>
internal sealed class WatchHistory(long startVersion)
{
    private const int Capacity = 1024;

    private readonly Queue<ResourceChange> _changes = new();
    private long _oldest = startVersion;

    public void Add(ResourceChange change)
    {
        _changes.Enqueue(change);
        while (_changes.Count > Capacity)
            _oldest = _changes.Dequeue().ResourceVersion;
    }

    /// <exception cref="VersionExpiredException">Some change after <paramref name="version"/> is forgotten.</exception>
    public IEnumerable<ResourceChange> After(long version)
    {
        if (version < _oldest)
            throw new VersionExpiredException(version, _oldest);
        return _changes.Where(change => change.ResourceVersion > version);
    }
}
