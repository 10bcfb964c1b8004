namespace EndToEnd.Tests.Processes;

/// <summary>A process that cannot be mistaken for a later one with the same number.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="StartTicks">When it started, in clock ticks since boot (proc(5), stat field 22).</param>
/// <param name="Command">Its command line.</param>
public sealed record ProcessIdentity(int Pid, long StartTicks, string Command)
{
    /// <summary>Whether that very process still runs.</summary>
    public bool IsAlive => ProcessTable.StartTicksOf(Pid) == StartTicks;

    /// <summary>Kills that very process; one that ended meanwhile is left alone.</summary>
    public void Kill()
    {
        if (IsAlive)
            Signal.Kill.SendTo(Pid);
    }

    /// <inheritdoc/>
    public override string ToString() => $"process {Pid}: {Command}";
}
