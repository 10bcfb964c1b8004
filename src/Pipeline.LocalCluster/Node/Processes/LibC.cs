using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Pipeline.LocalCluster.Node.Processes;

/// <summary>What .NET has no call for: a child in a session of its own that writes to a file, and news of the end of any process.</summary>
[ExcludeFromCodeCoverage(Justification = "Generated marshalling, which the coverage instrumentation cannot read.")]
internal static partial class LibC
{
    public const int SigTerm = 15;
    public const int SigKill = 9;
    public const short PollIn = 1;
    public const int WaitNoHang = 1;
    public const int SpawnSetSignalDefaults = 0x04;
    public const int SpawnSetSignalMask = 0x08;
    public const int SpawnSetSession = 0x80;
    public const int OpenReadOnly = 0;
    public const int OpenToAppend = 0x1 | 0x40 | 0x400;
    public const int CloseOnExec = 0x80000;
    public const int NoSuchProcess = 3;

    private const string Library = "libc";
    private const int PidFdOpenCall = 434;
    private const int CloseRangeCall = 436;
    private const int CloseRangeOnExec = 4;

    [StructLayout(LayoutKind.Sequential)]
    public struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    /// <summary>A descriptor that becomes readable when the process ends, whoever its parent is; below 0 if there is no such process.</summary>
    public static int PidFdOpen(int pid) => (int)SystemCall(PidFdOpenCall, pid, 0, 0);

    /// <summary>Keeps every descriptor but the standard ones from programs that are started (Linux 5.11; nothing happens before).</summary>
    public static void KeepDescriptors() => _ = SystemCall(CloseRangeCall, 3, int.MaxValue, CloseRangeOnExec);

    [LibraryImport(Library, EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int pid, int signal);

    [LibraryImport(Library, EntryPoint = "waitpid", SetLastError = true)]
    public static partial int WaitPid(int pid, out int status, int options);

    [LibraryImport(Library, EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll([In, Out] PollDescriptor[] descriptors, nuint count, int timeoutMs);

    [LibraryImport(Library, EntryPoint = "close")]
    public static partial int Close(int descriptor);

    [LibraryImport(Library, EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventFd(uint initial, int flags);

    [LibraryImport(Library, EntryPoint = "eventfd_read")]
    public static partial int EventFdRead(int descriptor, out ulong value);

    [LibraryImport(Library, EntryPoint = "eventfd_write")]
    public static partial int EventFdWrite(int descriptor, ulong value);

    [LibraryImport(Library, EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Spawn(
        out int pid,
        string path,
        Span<byte> actions,
        Span<byte> attributes,
        ReadOnlySpan<nint> arguments,
        ReadOnlySpan<nint> environment
    );

    [LibraryImport(Library, EntryPoint = "posix_spawn_file_actions_init")]
    public static partial int InitActions(Span<byte> actions);

    [LibraryImport(Library, EntryPoint = "posix_spawn_file_actions_destroy")]
    public static partial int DestroyActions(Span<byte> actions);

    [LibraryImport(
        Library,
        EntryPoint = "posix_spawn_file_actions_addopen",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial int AddOpen(Span<byte> actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport(Library, EntryPoint = "posix_spawn_file_actions_adddup2")]
    public static partial int AddDuplicate(Span<byte> actions, int from, int to);

    [LibraryImport(
        Library,
        EntryPoint = "posix_spawn_file_actions_addchdir_np",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial int AddChangeDirectory(Span<byte> actions, string path);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_init")]
    public static partial int InitAttributes(Span<byte> attributes);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_destroy")]
    public static partial int DestroyAttributes(Span<byte> attributes);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_setflags")]
    public static partial int SetFlags(Span<byte> attributes, short flags);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_setsigmask")]
    public static partial int SetSignalMask(Span<byte> attributes, ReadOnlySpan<byte> signals);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_setsigdefault")]
    public static partial int SetSignalDefaults(Span<byte> attributes, ReadOnlySpan<byte> signals);

    [LibraryImport(Library, EntryPoint = "sigfillset")]
    public static partial int FillSignals(Span<byte> signals);

    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint first, nint second, nint third);
}
