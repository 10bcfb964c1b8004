using System.Runtime.InteropServices;

namespace Pipeline.LocalCluster.Node.Processes;

/// <summary>
/// The process of a container with all that it started in its session. It may be a child of ours, or of an earlier cluster
/// process that died.
/// </summary>
internal sealed class ChildProcess
{
    private readonly Lock _gate = new();
    private bool _ended;

    private ChildProcess(int pid, long startTicks, Task ended)
    {
        (Pid, StartTicks) = (pid, startTicks);
        Exited = CollectAsync(ended);
    }

    public int Pid { get; }

    /// <summary>See <see cref="ProcessTable.StartTicks"/>.</summary>
    public long StartTicks { get; }

    /// <summary>Its exit code when it has ended; null if it was not our child, so that nobody told us.</summary>
    public Task<int?> Exited { get; }

    /// <summary>The process of that number that was started at <paramref name="startTicks"/> (or whenever), or null if it is gone.</summary>
    public static ChildProcess? Find(int pid, long? startTicks, ExitWatcher watcher)
    {
        var descriptor = LibC.PidFdOpen(pid);
        if (descriptor < 0)
            return Marshal.GetLastPInvokeError() == LibC.NoSuchProcess
                ? null
                : throw new IOException($"process {pid} cannot be watched: {Marshal.GetLastPInvokeErrorMessage()}");
        if (ProcessTable.StartTicks(pid) is { } found && found == (startTicks ?? found))
            return new ChildProcess(pid, found, watcher.WatchAsync(descriptor));
        _ = LibC.Close(descriptor);
        return null;
    }

    /// <summary>Asks the process and all it started to end, and after <paramref name="grace"/>, or as soon as <paramref name="now"/> says so, ends them.</summary>
    public async Task<int?> EndAsync(TimeSpan grace, TimeProvider time, CancellationToken now)
    {
        Signal(LibC.SigTerm);
        try
        {
            return await Exited.WaitAsync(grace, time, now);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            Kill();
            return await Exited;
        }
    }

    /// <summary>Ends the process and all it started, now.</summary>
    public void Kill() => Signal(LibC.SigKill);

    private void Signal(int signal)
    {
        lock (_gate)
        {
            if (!_ended)
                _ = LibC.Kill(-Pid, signal);
        }
    }

    private async Task<int?> CollectAsync(Task ended)
    {
        await ended;
        lock (_gate)
        {
            // Until it is waited for, the number of the process (and so of its group) cannot be anybody else's.
            _ = LibC.Kill(-Pid, LibC.SigKill);
            _ended = true;
            return LibC.WaitPid(Pid, out var status, LibC.WaitNoHang) == Pid ? ExitCode.Of(status) : null;
        }
    }
}
