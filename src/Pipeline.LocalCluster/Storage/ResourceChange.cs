namespace Pipeline.LocalCluster.Storage;

/// <summary>What a watch reports, in the order of the writes.</summary>
public abstract record ResourceChange(long ResourceVersion)
{
    /// <summary>The object exists in this version; <paramref name="Previous"/> is null if it is new to the watcher.</summary>
    public sealed record Put(StoredObject Object, StoredObject? Previous) : ResourceChange(Object.ResourceVersion);

    /// <summary>The object is gone; <paramref name="Object"/> is its last content, with the version of the removal.</summary>
    public sealed record Removed(StoredObject Object) : ResourceChange(Object.ResourceVersion);

    /// <summary>
    /// Nothing happened, and everything up to <paramref name="ResourceVersion"/> was reported. The first one of a watch
    /// ends the replay of the objects that were there when it began; later ones come a few times a minute.
    /// </summary>
    public sealed record Bookmark(long ResourceVersion) : ResourceChange(ResourceVersion);
}
