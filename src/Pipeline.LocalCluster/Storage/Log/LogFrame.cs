using System.Buffers.Binary;
using System.Numerics;

namespace Pipeline.LocalCluster.Storage.Log;

/// <summary>
/// One batch on disk: magic, payload length, CRC-32C of version and payload, version, payload. A frame is either
/// whole or it never happened, because nobody is told of a batch before its frame was flushed.
/// </summary>
internal static class LogFrame
{
    public const int HeaderLength = 20;

    // "PLS1", little endian.
    private const uint Magic = 0x31534C50;

    public static byte[] Write(long version, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[HeaderLength + payload.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(4), payload.Length);
        BinaryPrimitives.WriteInt64LittleEndian(frame.AsSpan(12), version);
        payload.CopyTo(frame.AsSpan(HeaderLength));
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(8), Checksum(frame.AsSpan(12)));
        return frame;
    }

    /// <summary>Reads the frame at the beginning of <paramref name="bytes"/>; false if there is no whole and sound one.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> bytes, out long version, out ReadOnlyMemory<byte> payload)
    {
        version = 0;
        payload = default;
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span) != Magic)
            return false;
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[4..]);
        if (length < 0 || length > bytes.Length - HeaderLength)
            return false;
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[8..]);
        if (checksum != Checksum(bytes.Span.Slice(12, length + HeaderLength - 12)))
            return false;
        version = BinaryPrimitives.ReadInt64LittleEndian(bytes.Span[12..]);
        payload = bytes.Slice(HeaderLength, length);
        return true;
    }

    /// <summary>Whether a sound frame begins anywhere in <paramref name="bytes"/>.</summary>
    public static bool Occurs(ReadOnlyMemory<byte> bytes)
    {
        Span<byte> magic = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(magic, Magic);
        for (var start = 0; start < bytes.Length; start++)
        {
            var next = bytes.Span[start..].IndexOf(magic);
            if (next < 0)
                return false;
            start += next;
            if (TryRead(bytes[start..], out _, out _))
                return true;
        }

        return false;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var b in bytes)
            crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }
}
