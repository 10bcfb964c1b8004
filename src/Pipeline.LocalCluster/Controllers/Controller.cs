using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers;

/// <summary>
/// A level-triggered loop: any change of what it watches names keys, and for each key the whole situation is looked at
/// anew. It never matters which change, or how many, led there.
/// </summary>
internal abstract class Controller(IResourceStore store, TimeProvider time, ILogger log) : BackgroundService
{
    private readonly WorkQueue _queue = new(time);

    protected IResourceStore Store { get; } = store;

    protected TimeProvider Time { get; } = time;

    /// <summary>What is watched, and which keys a changed object means.</summary>
    protected abstract IReadOnlyList<Trigger> Triggers { get; }

    /// <summary>Brings the world one step closer to what the object says.</summary>
    protected abstract Task ReconcileAsync(ResourceKey key, CancellationToken cancel);

    /// <summary>Looks at the key again when <paramref name="delay"/> has passed.</summary>
    protected void LookAgain(ResourceKey key, TimeSpan delay) => _queue.AddAfter(key, delay);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watches = Triggers.Select(trigger => WatchAsync(trigger, stoppingToken));
        await Task.WhenAll([WorkAsync(stoppingToken), .. watches]);
    }

    public override void Dispose()
    {
        _queue.Dispose();
        base.Dispose();
    }

    private async Task WatchAsync(Trigger trigger, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await foreach (var change in Store.WatchAsync(trigger.Resource, cancel: cancel))
                    Add(trigger, change);
            }
            catch (VersionExpiredException)
            {
                // Too far behind: a new watch replays everything.
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private void Add(Trigger trigger, ResourceChange change)
    {
        StoredObject?[] objects = change switch
        {
            ResourceChange.Put put => [put.Object, put.Previous],
            ResourceChange.Removed removed => [removed.Object],
            _ => [],
        };
        foreach (var key in objects.OfType<StoredObject>().SelectMany(trigger.Keys))
            _queue.Add(key);
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var key = await _queue.TakeAsync(cancel);
                await TryAsync(key, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task TryAsync(ResourceKey key, CancellationToken cancel)
    {
        try
        {
            await ReconcileAsync(key, cancel);
            _queue.Succeeded(key);
        }
        catch (Exception e) when (e is RefusalException or ResourceStoreException)
        {
            // Somebody else was faster, or the disk is full: the next look sees what is there then.
            log.LogInformation("{Key}: {Message}; trying again", key, e.Message);
            _queue.Failed(key);
        }
#pragma warning disable CA1031 // One object must not stop the controller of all others.
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            log.LogError(e, "{Key}: failed; trying again", key);
            _queue.Failed(key);
        }
#pragma warning restore CA1031
    }
}
