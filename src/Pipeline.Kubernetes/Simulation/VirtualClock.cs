namespace Pipeline.Kubernetes.Simulation;

/// <summary>A clock that stands still until someone waits.</summary>
/// <param name="start">The time at which it begins.</param>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Lets time pass at once.</summary>
    public void Pass(TimeSpan time) => now += time;
}
