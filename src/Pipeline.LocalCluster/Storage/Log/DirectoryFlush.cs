using System.Runtime.InteropServices;

namespace Pipeline.LocalCluster.Storage.Log;

/// <summary>Makes a created or renamed file's name durable; .NET has no call for it.</summary>
internal static class DirectoryFlush
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">The directory cannot be opened or flushed.</exception>
    public static void Flush(string directory)
    {
        var descriptor = Open(directory, ReadOnly);
        if (descriptor < 0)
            throw new IOException($"{directory}: {Marshal.GetLastPInvokeErrorMessage()}");
        try
        {
            if (FSync(descriptor) != 0)
                throw new IOException($"{directory}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
