using System.Runtime.InteropServices;

namespace EndToEnd.Tests.Processes;

/// <summary>A signal of POSIX.</summary>
/// <param name="Number">Its number on Linux.</param>
internal sealed partial record Signal(int Number)
{
    public static Signal Interrupt { get; } = new(2);

    public static Signal Kill { get; } = new(9);

    /// <summary>Sends it to one process.</summary>
    public void SendTo(int pid) => _ = Send(pid, Number);

    /// <summary>Sends it to all processes of a group, as a terminal does with Ctrl+C.</summary>
    public void SendToGroup(int leader) => _ = Send(-leader, Number);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int pid, int signal);
}
