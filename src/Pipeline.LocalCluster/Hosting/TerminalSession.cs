using System.Runtime.InteropServices;

namespace Pipeline.LocalCluster.Hosting;

/// <summary>Leaves the terminal that the cluster was started from.</summary>
internal static class TerminalSession
{
    private const int ReadWrite = 2;
    private const int WriteAppend = 0x401;

    /// <summary>
    /// Becomes the leader of a new session, so that Ctrl+C ends the command that started the cluster and not the cluster. A
    /// process that leads its group already, as one started by hand does, stays: there Ctrl+C is meant for it.
    /// </summary>
    public static void LeaveSession() => _ = SetSid();

    /// <summary>Lets go of standard input and output, so that nobody waits for their end; errors go to <paramref name="log"/>.</summary>
    public static void LeaveStreams(string log)
    {
        Console.Out.Flush();
        Redirect(0, "/dev/null", ReadWrite);
        Redirect(1, log, WriteAppend);
        Redirect(2, log, WriteAppend);
    }

    private static void Redirect(int descriptor, string path, int flags)
    {
        var opened = Open(path, flags);
        if (opened < 0)
            return;
        _ = Dup2(opened, descriptor);
        _ = Close(opened);
    }

    [DllImport("libc", EntryPoint = "setsid")]
    private static extern int SetSid();

    [DllImport("libc", EntryPoint = "open")]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "dup2")]
    private static extern int Dup2(int from, int to);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
