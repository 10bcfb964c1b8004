namespace Pipeline.LocalCluster.Hosting;

/// <summary>
/// Gives memory back once the cluster rests. The collector by itself keeps what a busy minute needed for as long as nothing else is
/// allocated, and a cluster that nobody uses allocates next to nothing.
/// </summary>
internal sealed class IdleCollection(TimeProvider time) : IHostedService, IDisposable
{
    private const long Quiet = 1024 * 1024;
    private const long Worthwhile = 8 * 1024 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private ITimer? _timer;
    private long _seen;
    private long _collected;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => Look(), null, Interval, Interval);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        if (allocated - _seen < Quiet && allocated - _collected > Worthwhile)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _collected = allocated;
        }

        _seen = allocated;
    }
}
