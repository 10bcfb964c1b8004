using System.Buffers.Binary;
using System.Text;

namespace Pipeline.LocalCluster.Api.Protobuf;

/// <summary>Reads the fields of one Protobuf message in the order in which they come.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    /// <summary>The number of the field that <see cref="Next"/> found.</summary>
    public int Field { get; private set; }

    /// <summary>The field's value if it is a number.</summary>
    public long Number { get; private set; }

    /// <summary>The field's bytes if it is a string, bytes or a message.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    public readonly string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Goes to the next field; false at the end.</summary>
    /// <exception cref="InvalidDataException">The bytes are no Protobuf message.</exception>
    public bool Next()
    {
        if (_rest.IsEmpty)
            return false;
        var tag = Varint();
        Field = (int)(tag >> 3);
        switch (tag & 7)
        {
            case 0:
                Number = (long)Varint();
                break;
            case 1:
                Number = BinaryPrimitives.ReadInt64LittleEndian(Take(8));
                break;
            case 2:
                Bytes = Take(checked((int)Varint()));
                break;
            case 5:
                Number = BinaryPrimitives.ReadInt32LittleEndian(Take(4));
                break;
            default:
                throw new InvalidDataException($"field {Field} has an unknown wire type");
        }

        return true;
    }

    private ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        throw new InvalidDataException("a number does not end");
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length || length < 0)
            throw new InvalidDataException("the message ends in the middle of a field");
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
