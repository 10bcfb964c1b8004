namespace Pipeline.Components.Locking;

/// <summary>A run that holds a lock.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Since">When it took the lock.</param>
/// <param name="Command">What it was asked to do.</param>
public sealed record LockHolder(int ProcessId, DateTimeOffset Since, string Command);
