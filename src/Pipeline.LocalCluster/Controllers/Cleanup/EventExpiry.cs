using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Cleanup;

/// <summary>Removes events an hour after they were last seen, as Kubernetes does.</summary>
internal sealed class EventExpiry(IResourceStore store, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await ExpireAsync(stoppingToken);
    }

    /// <summary>Removes what has expired by now.</summary>
    public async Task ExpireAsync(CancellationToken cancel)
    {
        var limit = time.GetUtcNow() - Lifetime;
        foreach (var seen in store.List(GroupResource.Events).Items)
        {
            var last = seen.Content.Time("lastTimestamp") ?? seen.Content.Time("metadata", "creationTimestamp");
            if (last > limit)
                continue;
            try
            {
                await store.DeleteAsync(seen.Key, seen.ResourceVersion, cancel);
            }
            catch (ResourceStoreException)
            {
                // Seen again in this moment, deleted by somebody else, or the disk is full: there is a next time.
            }
        }
    }
}
