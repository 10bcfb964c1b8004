namespace Pipeline.LocalCluster.Storage.Writing;

/// <summary>
/// Writes that reach the disk together. Each sees the ones before it; nobody else sees any until the batch is stored.
/// </summary>
internal sealed class WriteBatch(StoreState state)
{
    private readonly Dictionary<ResourceKey, StoredObject?> _pending = [];
    private readonly List<ResourceChange> _changes = [];
    private readonly List<(StoreWrite Write, StoredObject? Result, Exception? Refusal)> _outcomes = [];

    /// <summary>The changes in order; empty if nothing has to be stored.</summary>
    public IReadOnlyList<ResourceChange> Changes => _changes;

    /// <summary>The store's version once the batch is stored.</summary>
    public long Version { get; private set; } = state.Version;

    /// <summary>Roughly what the batch takes on disk.</summary>
    public int Bytes { get; private set; }

    public void Add(StoreWrite write)
    {
        try
        {
            _outcomes.Add((write, Evaluate(write), null));
        }
#pragma warning disable CA1031 // Whatever the decision throws belongs to its caller, not to the writer of all.
        catch (Exception refusal)
        {
            _outcomes.Add((write, null, refusal));
        }
#pragma warning restore CA1031
    }

    /// <summary>Tells every caller what became of its write.</summary>
    public void Complete()
    {
        foreach (var (write, result, refusal) in _outcomes)
        {
            if (refusal is null)
                write.Outcome.SetResult(result!);
            else
                write.Outcome.SetException(refusal);
        }
    }

    /// <summary>Tells every caller that nothing was stored.</summary>
    public void Fail(Exception reason)
    {
        foreach (var (write, _, refusal) in _outcomes)
            write.Outcome.SetException(refusal ?? reason);
    }

    private StoredObject Evaluate(StoreWrite write)
    {
        var current = _pending.TryGetValue(write.Key, out var pending) ? pending : state.Find(write.Key);
        var content = write.Decide(current);
        if (current is not null && content is not null && StoredContent.Same(current.Content, content))
            return current;

        var version = Version + 1;
        var stored = new StoredObject(write.Key, version, StoredContent.Stamp(content ?? current!.Content, version));
        Version = version;
        Bytes += stored.Utf8.Length;
        _pending[write.Key] = content is null ? null : stored;
        _changes.Add(content is null ? new ResourceChange.Removed(stored) : new ResourceChange.Put(stored, current));
        return stored;
    }
}
