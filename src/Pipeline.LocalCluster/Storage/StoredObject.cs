using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Storage;

/// <summary>One version of an object. <see cref="Content"/> is shared by all readers: clone it before changing anything.</summary>
public sealed class StoredObject
{
    private readonly Lazy<ReadOnlyMemory<byte>> _utf8;

    public StoredObject(ResourceKey key, long resourceVersion, JsonObject content)
    {
        Key = key;
        ResourceVersion = resourceVersion;
        Content = content;
        _utf8 = new(() => JsonText.Utf8(content));
    }

    public ResourceKey Key { get; }

    /// <summary>The store-wide version of the write that made this object; equals <c>metadata.resourceVersion</c>.</summary>
    public long ResourceVersion { get; }

    /// <summary>The complete object, to be read only.</summary>
    public JsonObject Content { get; }

    /// <summary>The object as UTF-8 JSON, written once however often it is sent.</summary>
    public ReadOnlyMemory<byte> Utf8 => _utf8.Value;

    /// <summary>A copy of the content that the caller may change.</summary>
    public JsonObject Copy() => Content.DeepClone().AsObject();
}
