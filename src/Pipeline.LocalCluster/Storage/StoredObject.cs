using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Storage;

/// <summary>One version of an object. <see cref="Content"/> is shared by all readers: copy it before changing anything.</summary>
public sealed class StoredObject
{
    /// <summary>An object from its stored bytes, whose <c>metadata.resourceVersion</c> is <paramref name="resourceVersion"/>.</summary>
    public StoredObject(ResourceKey key, long resourceVersion, ReadOnlyMemory<byte> utf8)
    {
        Key = key;
        ResourceVersion = resourceVersion;
        Utf8 = utf8;
        Content = JsonNode.Parse(utf8.Span)!.AsObject();
    }

    public ResourceKey Key { get; }

    /// <summary>The store-wide version of the write that made this object; equals <c>metadata.resourceVersion</c>.</summary>
    public long ResourceVersion { get; }

    /// <summary>The object as UTF-8 JSON, written once however often it is sent.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The complete object, to be read only.</summary>
    public JsonObject Content { get; }

    /// <summary>A copy of the content that the caller may change.</summary>
    public JsonObject Copy() => Content.DeepClone().AsObject();
}
