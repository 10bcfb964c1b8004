using System.Threading.Channels;

namespace Pipeline.LocalCluster.Storage.Watching;

/// <summary>One reader's queue of changes.</summary>
internal sealed class Watch(GroupResource resource, string? ns)
{
    // A reader that is this far behind costs less when it lists again.
    private const int Limit = 20_000;

    private readonly Channel<ResourceChange> _queue = Channel.CreateUnbounded<ResourceChange>();

    public ChannelReader<ResourceChange> Changes => _queue.Reader;

    public bool Sees(ResourceKey key) => key.Resource == resource && (ns is null || key.Namespace == ns);

    /// <summary>Queues a change if this watch is about its object, without limit.</summary>
    public void Replay(ResourceChange change)
    {
        if (Matches(change))
            _queue.Writer.TryWrite(change);
    }

    /// <summary>Queues a change if this watch is about its object; a reader too far behind is sent away.</summary>
    public void Publish(ResourceChange change)
    {
        if (_queue.Reader.Count > Limit)
            _queue.Writer.TryComplete(
                new VersionExpiredException(change.ResourceVersion - Limit, change.ResourceVersion)
            );
        else
            Replay(change);
    }

    private bool Matches(ResourceChange change) =>
        change switch
        {
            ResourceChange.Put put => Sees(put.Object.Key),
            ResourceChange.Removed removed => Sees(removed.Object.Key),
            _ => true,
        };
}
