using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Storage;

/// <summary>JSON as the cluster writes it: UTF-8, no white space, only what JSON demands is escaped.</summary>
public static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes of <paramref name="node"/>.</summary>
    public static ReadOnlyMemory<byte> Utf8(JsonNode node) => Utf8(writer => node.WriteTo(writer));

    /// <summary>The bytes that <paramref name="write"/> produces.</summary>
    public static ReadOnlyMemory<byte> Utf8(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        return buffer.WrittenMemory.ToArray();
    }
}
