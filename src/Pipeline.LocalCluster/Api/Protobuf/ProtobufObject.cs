using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Schemas;

namespace Pipeline.LocalCluster.Api.Protobuf;

/// <summary>
/// Objects in Kubernetes' Protobuf encoding, which kubectl prefers for kinds that it knows: the bytes <c>k8s\0</c>, then a
/// <c>runtime.Unknown</c> with the type and the object itself.
/// </summary>
internal static class ProtobufObject
{
    public const string MediaType = "application/vnd.kubernetes.protobuf";

    /// <summary>The object as JSON.</summary>
    /// <exception cref="InvalidDataException">The bytes are not of this encoding.</exception>
    public static JsonObject Read(ReadOnlySpan<byte> bytes, StructType type)
    {
        if (!bytes.StartsWith("k8s\0"u8))
            throw new InvalidDataException("the body does not begin with k8s\\0");
        JsonObject typed = [];
        JsonObject content = [];
        var envelope = new ProtobufReader(bytes[4..]);
        while (envelope.Next())
        {
            if (envelope.Field == 1)
                typed = TypeMeta(envelope.Bytes);
            else if (envelope.Field == 2)
                Fill(content, envelope.Bytes, type, []);
        }

        foreach (var (name, value) in typed)
            content[name] = value?.DeepClone();
        return content;
    }

    private static JsonObject TypeMeta(ReadOnlySpan<byte> message)
    {
        var meta = new JsonObject();
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            if (reader.Field is 1 or 2 && reader.Bytes.Length > 0)
                meta[reader.Field == 1 ? "apiVersion" : "kind"] = reader.Text;
        }

        return meta;
    }

    // Some fields lie in a message of their own that JSON does not show; its fields have the same prefix.
    private static void Fill(JsonObject content, ReadOnlySpan<byte> message, StructType type, int[] prefix)
    {
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            int[] path = [.. prefix, reader.Field];
            var field = type.Fields.Values.FirstOrDefault(f => f.Protobuf.AsSpan().SequenceEqual(path));
            if (field is not null)
                Add(content, field, reader);
            else if (
                type.Fields.Values.Any(f => f.Protobuf.Length > path.Length && f.Protobuf.AsSpan().StartsWith(path))
            )
                Fill(content, reader.Bytes, type, path);
        }
    }

    private static void Add(JsonObject content, SchemaField field, ProtobufReader reader)
    {
        switch (field.Shape)
        {
            case Shape.Sequence(var item):
                if (Value(item, reader) is { } element)
                    ((JsonArray)(content[field.Name] ??= new JsonArray())).Add(element);
                break;
            case Shape.Mapping(var item):
                var map = (JsonObject)(content[field.Name] ??= new JsonObject());
                var (key, value) = Entry(item, reader.Bytes);
                map[key] = value;
                break;
            default:
                if (Value(field, reader) is { } single && !(field.ZeroIsAbsent && single.ToJsonString() == "0"))
                    content[field.Name] = single;
                break;
        }
    }

    private static (string Key, JsonNode? Value) Entry(SchemaField item, ReadOnlySpan<byte> message)
    {
        var (key, value) = ("", (JsonNode?)null);
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            if (reader.Field == 1)
                key = reader.Text;
            else if (reader.Field == 2)
                value = Value(item, reader) ?? "";
        }

        return (key, value ?? "");
    }

    private static JsonNode? Value(SchemaField field, ProtobufReader reader)
    {
        switch (field.Shape)
        {
            case Shape.Scalar(var format):
                return ProtobufScalar.Read(reader, format);
            case Shape.Structure(var type):
                var nested = new JsonObject();
                Fill(nested, reader.Bytes, type, []);
                return nested;
            default:
                return null;
        }
    }
}
