using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Pipeline.LocalCluster.Storage.Log;
using Pipeline.LocalCluster.Storage.Watching;
using Pipeline.LocalCluster.Storage.Writing;

namespace Pipeline.LocalCluster.Storage;

/// <summary>
/// Objects in memory, every write in a log. One writer takes all requests that wait, stores them with one flush, and only
/// then shows them to readers and watches (group commit).
/// </summary>
public sealed class ResourceStore : IResourceStore, IAsyncDisposable
{
    private const int BatchBytes = 1024 * 1024;
    private static readonly TimeSpan BookmarkInterval = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly StoreState _state;
    private readonly StoreLog _log;
    private readonly WatchHistory _history;
    private readonly List<Watch> _watches = [];
    private readonly Channel<StoreWrite> _writes = Channel.CreateUnbounded<StoreWrite>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly ITimer _bookmarks;
    private readonly Task _writer;

    private ResourceStore(StoreState state, StoreLog log, TimeProvider time)
    {
        (_state, _log) = (state, log);
        _history = new WatchHistory(state.Version);
        _bookmarks = time.CreateTimer(_ => PublishBookmark(), null, BookmarkInterval, BookmarkInterval);
        _writer = Task.Run(WriteAsync);
    }

    /// <summary>Opens the store in <paramref name="directory"/>, which is created if it is not there.</summary>
    /// <exception cref="StoreDamagedException">The files are not what was written.</exception>
    public static ResourceStore Open(string directory, TimeProvider time)
    {
        var state = new StoreState();
        return new ResourceStore(state, StoreLog.Open(directory, state), time);
    }

    public StoredObject? Find(ResourceKey key)
    {
        lock (_gate)
            return _state.Find(key);
    }

    public ResourceList List(GroupResource resource, string? ns = null)
    {
        lock (_gate)
            return new ResourceList(_state.List(resource, ns), _state.Version);
    }

    public Task<StoredObject> CreateAsync(ResourceKey key, JsonObject content, CancellationToken cancel = default) =>
        WriteAsync(key, current => current is null ? content : throw new ResourceExistsException(key), cancel);

    public Task<StoredObject> UpdateAsync(
        ResourceKey key,
        JsonObject content,
        long resourceVersion,
        CancellationToken cancel = default
    ) => WriteAsync(key, current => Expect(key, current, resourceVersion, content), cancel);

    public async Task<StoredObject> UpdateAsync(
        ResourceKey key,
        Func<JsonObject, JsonObject> change,
        CancellationToken cancel = default
    )
    {
        while (true)
        {
            var current = Find(key) ?? throw new ResourceNotFoundException(key);
            try
            {
                return await UpdateAsync(key, change(current.Copy()), current.ResourceVersion, cancel);
            }
            catch (ResourceConflictException)
            {
                cancel.ThrowIfCancellationRequested();
            }
        }
    }

    public Task<StoredObject> DeleteAsync(
        ResourceKey key,
        long? resourceVersion = null,
        CancellationToken cancel = default
    ) => WriteAsync(key, current => Expect(key, current, resourceVersion, null), cancel);

    public async IAsyncEnumerable<ResourceChange> WatchAsync(
        GroupResource resource,
        string? ns = null,
        long? after = null,
        [EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        var watch = Subscribe(resource, ns, after);
        try
        {
            await foreach (var change in watch.Changes.ReadAllAsync(cancel))
                yield return change;
        }
        finally
        {
            lock (_gate)
                _watches.Remove(watch);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        await _writer;
        await _bookmarks.DisposeAsync();
        _log.Dispose();
    }

    private static JsonObject? Expect(ResourceKey key, StoredObject? current, long? version, JsonObject? content)
    {
        if (current is null)
            throw new ResourceNotFoundException(key);
        if (version is { } expected && current.ResourceVersion != expected)
            throw new ResourceConflictException(key, expected, current.ResourceVersion);
        return content;
    }

    private Watch Subscribe(GroupResource resource, string? ns, long? after)
    {
        var watch = new Watch(resource, ns);
        lock (_gate)
        {
            if (after is { } version)
            {
                // A client of a cluster that was here before would wait for what has long happened.
                if (version > _state.Version)
                    throw new VersionExpiredException(version, _state.Version);
                foreach (var change in _history.After(version))
                    watch.Replay(change);
            }
            else
            {
                foreach (var stored in _state.List(resource, ns))
                    watch.Replay(new ResourceChange.Put(stored, null));
                watch.Replay(new ResourceChange.Bookmark(_state.Version));
            }

            _watches.Add(watch);
        }

        return watch;
    }

    private async Task<StoredObject> WriteAsync(
        ResourceKey key,
        Func<StoredObject?, JsonObject?> decide,
        CancellationToken cancel
    )
    {
        cancel.ThrowIfCancellationRequested();
        var write = new StoreWrite(key, decide);
        ObjectDisposedException.ThrowIf(!_writes.Writer.TryWrite(write), this);
        return await write.Outcome.Task.WaitAsync(cancel);
    }

    private async Task WriteAsync()
    {
        while (await _writes.Reader.WaitToReadAsync())
        {
            // Only this method changes the state, so reading it here needs no lock.
            var batch = new WriteBatch(_state);
            while (batch.Bytes < BatchBytes && _writes.Reader.TryRead(out var write))
                batch.Add(write);
            Commit(batch);
        }
    }

    private void Commit(WriteBatch batch)
    {
        try
        {
            if (batch.Changes.Count > 0)
                _log.Append(batch);
        }
        catch (StoreWriteException e)
        {
            batch.Fail(e);
            return;
        }

        lock (_gate)
        {
            foreach (var change in batch.Changes)
                Publish(change);
        }

        batch.Complete();
        if (_log.WantsCompaction)
            _log.Compact(_state);
    }

    private void Publish(ResourceChange change)
    {
        _state.Apply(change);
        _history.Add(change);
        foreach (var watch in _watches)
            watch.Publish(change);
    }

    private void PublishBookmark()
    {
        lock (_gate)
        {
            foreach (var watch in _watches)
                watch.Publish(new ResourceChange.Bookmark(_state.Version));
        }
    }
}
