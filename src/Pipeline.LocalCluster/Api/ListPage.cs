using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api;

/// <summary>A list, or the part of it that a client asked for with <c>limit</c> and <c>continue</c>.</summary>
internal sealed record ListPage(IReadOnlyList<StoredObject> Items, long ResourceVersion)
{
    /// <summary>Where the next page begins; null on the last.</summary>
    public ContinueToken? Continue { get; private init; }

    /// <summary>How many objects follow; null where it is not told, as with selectors.</summary>
    public int? Remaining { get; private init; }

    public static ListPage Of(ResourceList list, ObjectSelector selector, int? limit, ContinueToken? from)
    {
        var version = from?.ResourceVersion ?? list.ResourceVersion;
        var rest = list.Items.Where(stored => from?.IsBehind(stored.Key) != true && selector.Selects(stored)).ToList();
        if (limit is not > 0 || rest.Count <= limit)
            return new ListPage(rest, version);
        var last = rest[limit.Value - 1].Key;
        return new ListPage(rest[..limit.Value], version)
        {
            Continue = new ContinueToken(version, last.Namespace, last.Name),
            Remaining = selector.IsEverything ? rest.Count - limit : null,
        };
    }

    /// <summary>The list's <c>metadata</c>.</summary>
    public JsonObject Metadata()
    {
        var metadata = new JsonObject { ["resourceVersion"] = ResourceVersion.ToString(CultureInfo.InvariantCulture) };
        if (Continue is not null)
            metadata["continue"] = Continue.ToString();
        if (Remaining is not null)
            metadata["remainingItemCount"] = Remaining;
        return metadata;
    }
}
