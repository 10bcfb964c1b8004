namespace Pipeline.LocalCluster.Node.Pods;

/// <summary>
/// The end of a pod: asked for once, with a grace that may be shortened while it lasts. Never disposed of, because somebody may
/// ask when it is long over.
/// </summary>
internal sealed class PodTermination
{
    private readonly CancellationTokenSource _begun = new();
    private readonly CancellationTokenSource _now = new();

    /// <summary>Cancelled when the processes are to be asked to end.</summary>
    public CancellationToken Begun => _begun.Token;

    /// <summary>Cancelled when they are to be killed, whatever the grace was.</summary>
    public CancellationToken Now => _now.Token;

    /// <summary>How long they have.</summary>
    public TimeSpan Grace { get; private set; }

    public void Begin(TimeSpan grace)
    {
        if (_begun.IsCancellationRequested)
            return;
        Grace = grace;
        _begun.Cancel();
    }

    public void Kill()
    {
        _now.Cancel();
        Begin(TimeSpan.Zero);
    }
}
