using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Handlers;

/// <summary>
/// What a client that selects sees of the store's changes: an object that begins to match is added, one that ceases to is deleted.
/// </summary>
internal sealed class WatchEvents(ResourceKind kind, ObjectSelector selector)
{
    private bool _replayEnded;

    /// <summary>The client asked for bookmarks.</summary>
    public bool Bookmarks { get; init; }

    /// <summary>The client asked to be told when the objects that were there when it began have been sent.</summary>
    public bool MarksInitialEnd { get; init; }

    /// <summary>The event of a change, or null if the client does not see it.</summary>
    public WatchEvent? From(ResourceChange change) =>
        change switch
        {
            ResourceChange.Put put => FromPut(put),
            ResourceChange.Removed removed when selector.Selects(removed.Object) => new WatchEvent(
                "DELETED",
                removed.Object.Content
            ),
            ResourceChange.Bookmark bookmark => FromBookmark(bookmark),
            _ => null,
        };

    private WatchEvent? FromPut(ResourceChange.Put put)
    {
        var was = put.Previous is { } previous && selector.Selects(previous);
        var matches = selector.Selects(put.Object);
        return (was, matches) switch
        {
            (false, true) => new WatchEvent("ADDED", put.Object.Content),
            (true, true) => new WatchEvent("MODIFIED", put.Object.Content),
            (true, false) => new WatchEvent("DELETED", put.Object.Content),
            _ => null,
        };
    }

    private WatchEvent? FromBookmark(ResourceChange.Bookmark bookmark)
    {
        var endsReplay = !_replayEnded && MarksInitialEnd;
        _replayEnded = true;
        if (!Bookmarks)
            return null;
        var metadata = new JsonObject
        {
            ["resourceVersion"] = bookmark.ResourceVersion.ToString(CultureInfo.InvariantCulture),
        };
        if (endsReplay)
            metadata["annotations"] = new JsonObject { ["k8s.io/initial-events-end"] = "true" };
        return new WatchEvent(
            "BOOKMARK",
            new JsonObject
            {
                ["kind"] = kind.Kind,
                ["apiVersion"] = kind.ApiVersion,
                ["metadata"] = metadata,
            }
        );
    }
}
