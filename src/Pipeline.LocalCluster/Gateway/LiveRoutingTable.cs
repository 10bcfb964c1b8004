using System.Threading.Channels;
using Pipeline.LocalCluster.Gateway.Routing;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Gateway;

/// <summary>The routing table as the store stands: made again on every change, and swapped as a whole.</summary>
internal sealed class LiveRoutingTable(IResourceStore store, RoutingTableBuilder builder)
{
    private static readonly GroupResource[] Sources =
    [
        GroupResource.HttpRoutes,
        GroupResource.Services,
        GroupResource.EndpointSlices,
    ];

    // One waiting signal is enough: the table is made from the whole store.
    private readonly Channel<bool> _stale = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private volatile RoutingTable _current = builder.Build(RoutingTable.Empty);

    public RoutingTable Current => _current;

    /// <summary>Follows the store until cancelled.</summary>
    public async Task FollowAsync(CancellationToken cancel)
    {
        var watches = Task.WhenAll(Sources.Select(source => WatchAsync(source, cancel)));
        await foreach (var _ in _stale.Reader.ReadAllAsync(cancel))
            _current = builder.Build(_current);
        await watches;
    }

    private async Task WatchAsync(GroupResource source, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await foreach (var change in store.WatchAsync(source, cancel: cancel))
                {
                    if (change is not ResourceChange.Bookmark)
                        _stale.Writer.TryWrite(true);
                }
            }
            catch (VersionExpiredException)
            {
                // The next watch begins with everything that is there.
            }
        }
    }
}
