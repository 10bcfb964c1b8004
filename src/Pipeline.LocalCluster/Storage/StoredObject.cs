using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Storage;

/// <summary>One version of an object. <see cref="Content"/> is shared by all readers: copy it before changing anything.</summary>
/// <param name="key">The object's key.</param>
/// <param name="resourceVersion">The same as <c>metadata.resourceVersion</c> in the bytes.</param>
/// <param name="utf8">The object as JSON.</param>
public sealed class StoredObject(ResourceKey key, long resourceVersion, ReadOnlyMemory<byte> utf8)
{
    private readonly WeakReference<JsonObject?> _parsed = new(null);
    private volatile JsonObject? _current;
    private bool _isPast;

    public ResourceKey Key => key;

    /// <summary>The store-wide version of the write that made this object; equals <c>metadata.resourceVersion</c>.</summary>
    public long ResourceVersion => resourceVersion;

    /// <summary>The object as UTF-8 JSON, written once however often it is sent.</summary>
    public ReadOnlyMemory<byte> Utf8 => utf8;

    /// <summary>The complete object, to be read only.</summary>
    public JsonObject Content => _current ?? Parse();

    /// <summary>A copy of the content that the caller may change.</summary>
    public JsonObject Copy() => Content.DeepClone().AsObject();

    /// <summary>Says that the store has a newer version: parsed, an object takes ten times its bytes, and old ones are rarely read.</summary>
    public void BecomePast()
    {
        lock (_parsed)
        {
            _isPast = true;
            _current = null;
        }
    }

    private JsonObject Parse()
    {
        lock (_parsed)
        {
            if (!_parsed.TryGetTarget(out var content))
                _parsed.SetTarget(content = JsonNode.Parse(utf8.Span)!.AsObject());
            if (!_isPast)
                _current = content;
            return content;
        }
    }
}
