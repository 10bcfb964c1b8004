namespace Pipeline.LocalCluster.Node.Processes;

/// <summary>
/// Tells when processes end, children or not. One thread sleeps in <c>poll</c> on a pidfd for each, so that waiting costs
/// nothing and a process number that is used again cannot be mistaken.
/// </summary>
internal sealed class ExitWatcher : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, TaskCompletionSource> _waiting = [];
    private readonly int _wake = LibC.EventFd(0, LibC.CloseOnExec);
    private readonly Thread _thread;
    private bool _stopped;

    public ExitWatcher()
    {
        _thread = new Thread(Poll, maxStackSize: 128 * 1024) { IsBackground = true, Name = "exit watcher" };
        _thread.Start();
    }

    /// <summary>Completes when the process behind <paramref name="pidFd"/> has ended; then closes it.</summary>
    public Task WatchAsync(int pidFd)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
            _waiting.Add(pidFd, ended);
        _ = LibC.EventFdWrite(_wake, 1);
        return ended.Task;
    }

    public void Dispose()
    {
        lock (_gate)
            _stopped = true;
        _ = LibC.EventFdWrite(_wake, 1);
        _thread.Join();
        foreach (var descriptor in _waiting.Keys)
            _ = LibC.Close(descriptor);
        _ = LibC.Close(_wake);
    }

    private void Poll()
    {
        while (Watched() is { } descriptors)
        {
            if (LibC.Poll(descriptors, (nuint)descriptors.Length, -1) < 0)
                continue;
            if (descriptors[0].Returned != 0)
                _ = LibC.EventFdRead(_wake, out _);
            foreach (var ended in descriptors.Skip(1).Where(descriptor => descriptor.Returned != 0))
                Complete(ended.Descriptor);
        }
    }

    private LibC.PollDescriptor[]? Watched()
    {
        lock (_gate)
        {
            return _stopped
                ? null
                :
                [
                    .. _waiting
                        .Keys.Prepend(_wake)
                        .Select(descriptor => new LibC.PollDescriptor
                        {
                            Descriptor = descriptor,
                            Events = LibC.PollIn,
                        }),
                ];
        }
    }

    private void Complete(int descriptor)
    {
        TaskCompletionSource? ended;
        lock (_gate)
            _waiting.Remove(descriptor, out ended);
        _ = LibC.Close(descriptor);
        ended?.SetResult();
    }
}
