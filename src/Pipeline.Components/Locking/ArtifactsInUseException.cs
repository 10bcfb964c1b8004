namespace Pipeline.Components.Locking;

/// <summary>Another run writes the artifacts.</summary>
public sealed class ArtifactsInUseException(string path, LockHolder? holder)
    : Exception(
        holder is null
            ? $"another run holds {path}; wait until it ends"
            : $"another run writes artifacts/: process {holder.ProcessId}, '{holder.Command}', since "
                + $"{holder.Since.ToLocalTime():HH:mm:ss}; wait until it ends or stop it (lock file {path})"
    )
{
    /// <summary>The other run, as far as it is known.</summary>
    public LockHolder? Holder { get; } = holder;
}
