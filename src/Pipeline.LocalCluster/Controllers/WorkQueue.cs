using System.Threading.Channels;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers;

/// <summary>Keys that wait for their controller, each at most once; a key that fails comes back later and later.</summary>
internal sealed class WorkQueue(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LastRetry = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Channel<ResourceKey> _ready = Channel.CreateUnbounded<ResourceKey>();
    private readonly HashSet<ResourceKey> _waiting = [];
    private readonly Dictionary<ResourceKey, int> _failures = [];
    private readonly Dictionary<ResourceKey, ITimer> _timers = [];

    public void Add(ResourceKey key)
    {
        lock (_gate)
        {
            if (_waiting.Add(key))
                _ready.Writer.TryWrite(key);
        }
    }

    /// <summary>Adds the key when <paramref name="delay"/> has passed; a later call for the same key replaces an earlier one.</summary>
    public void AddAfter(ResourceKey key, TimeSpan delay)
    {
        lock (_gate)
        {
            if (_timers.Remove(key, out var earlier))
                earlier.Dispose();
            _timers[key] = time.CreateTimer(_ => Add(key), null, delay, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The next key; whatever happens to its object from now on adds it anew.</summary>
    public async ValueTask<ResourceKey> TakeAsync(CancellationToken cancel)
    {
        var key = await _ready.Reader.ReadAsync(cancel);
        lock (_gate)
            _waiting.Remove(key);
        return key;
    }

    public void Succeeded(ResourceKey key)
    {
        lock (_gate)
            _failures.Remove(key);
    }

    public void Failed(ResourceKey key)
    {
        int failures;
        lock (_gate)
            failures = _failures[key] = _failures.GetValueOrDefault(key) + 1;
        var delay = FirstRetry * Math.Pow(2, Math.Min(failures - 1, 10));
        AddAfter(key, delay < LastRetry ? delay : LastRetry);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var timer in _timers.Values)
                timer.Dispose();
            _timers.Clear();
        }
    }
}
