using System.Text.Json;

namespace Pipeline.LocalCluster.Storage.Log;

/// <summary>One object's put or removal inside a frame: a JSON line of version, key, and content unless removed.</summary>
internal static class LogEntry
{
    public static void Write(Stream payload, StoredObject stored, bool removed)
    {
        var key = stored.Key;
        var line = JsonText.Utf8(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", stored.ResourceVersion);
            writer.WriteString("group", key.Group);
            writer.WriteString("plural", key.Plural);
            writer.WriteString("namespace", key.Namespace);
            writer.WriteString("name", key.Name);
            if (!removed)
            {
                writer.WritePropertyName("object");
                writer.WriteRawValue(stored.Utf8.Span, skipInputValidation: true);
            }

            writer.WriteEndObject();
        });
        payload.Write(line.Span);
        payload.WriteByte((byte)'\n');
    }

    /// <summary>Applies every line of a frame's payload.</summary>
    public static void Replay(ReadOnlyMemory<byte> payload, StoreState state)
    {
        while (payload.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            Replay(JsonElement.Parse(payload.Span[..end]), state);
            payload = payload[(end + 1)..];
        }
    }

    private static void Replay(JsonElement line, StoreState state)
    {
        string Text(string name) => line.GetProperty(name).GetString()!;
        var key = new ResourceKey(Text("group"), Text("plural"), Text("namespace"), Text("name"));
        if (line.TryGetProperty("object", out var content))
            state.Put(new StoredObject(key, line.GetProperty("version").GetInt64(), Bytes(content)));
        else
            state.Remove(key);
    }

    private static ReadOnlyMemory<byte> Bytes(JsonElement content) => JsonText.Utf8(writer => content.WriteTo(writer));
}
