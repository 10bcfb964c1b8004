namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>What a container is doing, as <c>containerStatuses[].state</c> says it.</summary>
internal abstract record ContainerState
{
    /// <summary>Not running yet, or not again yet.</summary>
    public sealed record Waiting(string Reason, string? Message = null) : ContainerState;

    public sealed record Running(DateTimeOffset StartedAt) : ContainerState;

    public sealed record Terminated(
        int ExitCode,
        string Reason,
        string? Message,
        DateTimeOffset StartedAt,
        DateTimeOffset FinishedAt
    ) : ContainerState;
}
