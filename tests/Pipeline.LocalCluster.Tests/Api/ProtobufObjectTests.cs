using System.Text;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Api.Protobuf;
using Pipeline.LocalCluster.Schemas;

namespace Pipeline.LocalCluster.Tests.Api;

public sealed class ProtobufObjectTests
{
    [Fact]
    public void Scalars_lists_maps_and_embedded_messages_are_read()
    {
        var port = Message(Bytes(1, "http"), Number(2, 0), Number(3, 8080));
        var probe = Message(
            Nested(1, Message(Nested(2, Message(Nested(2, Message(Number(1, 1), Bytes(3, "web"))))))),
            Number(3, 0)
        );
        var limits = Message(Nested(1, Message(Bytes(1, "cpu"), Nested(2, Message(Bytes(1, "250m"))))));
        var container = Message(
            Bytes(1, "main"),
            Nested(6, port),
            Nested(8, limits),
            Nested(11, probe),
            Bytes(3, "run"),
            Bytes(3, "fast")
        );
        var pod = Message(
            Nested(1, Message(Bytes(1, "a"), Nested(8, Message()))),
            Nested(2, Message(Nested(2, container), Number(4, 0)))
        );

        var content = Read(pod, "Pod");

        Assert.Equal(
            """{"metadata":{"name":"a"},"spec":{"containers":[{"name":"main","ports":[{"name":"http","containerPort":8080}],"resources":{"limits":{"cpu":"250m"}},"readinessProbe":{"httpGet":{"port":"web"}},"command":["run","fast"]}],"terminationGracePeriodSeconds":0},"apiVersion":"v1","kind":"Pod"}""",
            content.ToJsonString()
        );
    }

    [Fact]
    public void Times_and_bytes_are_written_as_in_json()
    {
        var metadata = Message(Nested(8, Message(Number(1, 1_700_000_000))));
        var secret = Message(Nested(1, metadata), Nested(2, Message(Bytes(1, "k"), Bytes(2, "value"))), Number(5, 0));

        var content = Read(secret, "Secret");

        Assert.Equal("2023-11-14T22:13:20Z", (string?)content["metadata"]!["creationTimestamp"]);
        Assert.Equal("dmFsdWU=", (string?)content["data"]!["k"]);
        Assert.Equal("false", content["immutable"]!.ToJsonString());
    }

    [Fact]
    public void A_lease_has_microseconds()
    {
        var spec = Message(
            Bytes(1, "me"),
            Number(2, 15),
            Nested(4, Message(Number(1, 1_700_000_000), Number(2, 123_456_000)))
        );

        var content = Read(Message(Nested(2, spec)), "Lease");

        Assert.Equal("2023-11-14T22:13:20.123456Z", (string?)content["spec"]!["renewTime"]);
    }

    [Theory]
    [InlineData(new byte[] { 0x0B }, "unknown wire type")]
    [InlineData(new byte[] { 0x08, 0xFF }, "ends in the middle of a field")]
    public void What_is_no_message_is_refused(byte[] message, string reason)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => Read(message, "Pod"));

        Assert.Contains(reason, refusal.Message);
    }

    private static JsonObject Read(byte[] message, string kind)
    {
        byte[] type = Message(Bytes(1, "v1"), Bytes(2, kind));
        byte[] envelope = [.. "k8s\0"u8, .. Message(Nested(1, type), Nested(2, message))];
        return ProtobufObject.Read(envelope, SchemaCatalog.Type(kind));
    }

    private static byte[] Message(params byte[][] fields) => [.. fields.SelectMany(field => field)];

    private static byte[] Number(int field, long value) => [.. Varint((ulong)field << 3), .. Varint((ulong)value)];

    private static byte[] Bytes(int field, string text) => Nested(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Nested(int field, byte[] message) =>
        [.. Varint(((ulong)field << 3) | 2), .. Varint((ulong)message.Length), .. message];

    private static IEnumerable<byte> Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            yield return (byte)(value | 0x80);
        yield return (byte)value;
    }
}
