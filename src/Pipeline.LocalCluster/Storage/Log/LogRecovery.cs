using Microsoft.Win32.SafeHandles;

namespace Pipeline.LocalCluster.Storage.Log;

/// <summary>Reads a log after whatever ended the process that wrote it.</summary>
internal static class LogRecovery
{
    /// <summary>Applies all whole batches and returns where the last one ends.</summary>
    /// <exception cref="StoreDamagedException">Behind an unreadable batch there is a readable one.</exception>
    public static long Read(string path, SafeFileHandle file, StoreState state)
    {
        var bytes = new byte[RandomAccess.GetLength(file)];
        ReadFully(file, bytes);

        var position = 0;
        while (LogFrame.TryRead(bytes.AsMemory(position), out var version, out var payload))
        {
            LogEntry.Replay(payload, state);
            state.Version = version;
            position += LogFrame.HeaderLength + payload.Length;
        }

        // Only the last batch can be torn, since the one before it was flushed first. A sound batch behind a broken one
        // means that the disk lost data that was acknowledged; to go on would hide it.
        if (position < bytes.Length && LogFrame.Occurs(bytes.AsMemory(position + 1)))
            throw new StoreDamagedException(path, position);
        return position;
    }

    private static void ReadFully(SafeFileHandle file, Memory<byte> bytes)
    {
        for (long offset = 0; bytes.Length > 0; )
        {
            var read = RandomAccess.Read(file, bytes.Span, offset);
            if (read == 0)
                throw new EndOfStreamException("the log became shorter while it was read");
            offset += read;
            bytes = bytes[read..];
        }
    }
}
