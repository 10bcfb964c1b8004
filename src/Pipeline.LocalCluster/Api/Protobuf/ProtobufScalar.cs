using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Schemas;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Protobuf;

/// <summary>The scalars of Kubernetes types, of which some are messages in Protobuf; what means nothing there is null.</summary>
internal static class ProtobufScalar
{
    public static JsonNode? Read(ProtobufReader field, ScalarFormat format) =>
        format switch
        {
            ScalarFormat.Bool => field.Number != 0,
            ScalarFormat.Int32 => (int)field.Number,
            ScalarFormat.Int64 => field.Number,
            ScalarFormat.Number => BitConverter.Int64BitsToDouble(field.Number),
            ScalarFormat.Base64 => Convert.ToBase64String(field.Bytes),
            ScalarFormat.Quantity => Quantity(field.Bytes),
            ScalarFormat.IntOrString => IntOrString(field.Bytes),
            ScalarFormat.Time => Time(field.Bytes) is { } time ? KubernetesTime.Format(time) : null,
            ScalarFormat.MicroTime => Time(field.Bytes) is { } time ? KubernetesTime.FormatMicro(time) : null,
            _ => field.Bytes.IsEmpty ? null : field.Text,
        };

    private static JsonNode? Quantity(ReadOnlySpan<byte> message)
    {
        var reader = new ProtobufReader(message);
        return reader.Next() && !reader.Bytes.IsEmpty ? reader.Text : null;
    }

    private static JsonNode? IntOrString(ReadOnlySpan<byte> message)
    {
        var (isText, number, text) = (false, 0, "");
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            if (reader.Field == 1)
                isText = reader.Number == 1;
            else if (reader.Field == 2)
                number = (int)reader.Number;
            else if (reader.Field == 3)
                text = reader.Text;
        }

        return isText ? text : number;
    }

    private static DateTimeOffset? Time(ReadOnlySpan<byte> message)
    {
        var (seconds, nanos) = ((long?)null, 0L);
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            if (reader.Field == 1)
                seconds = reader.Number;
            else if (reader.Field == 2)
                nanos = reader.Number;
        }

        return seconds is { } whole ? DateTimeOffset.FromUnixTimeSeconds(whole).AddTicks(nanos / 100) : null;
    }
}
