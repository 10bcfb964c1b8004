namespace Pipeline.LocalCluster.Node.Processes;

/// <summary>What must be known of a container's process to find it again after the cluster process was killed.</summary>
internal sealed record ChildRecord
{
    /// <summary>The variable by which a process is found that was started but not yet written down.</summary>
    public const string Mark = "PIPELINE_LAUNCH";

    /// <summary>Unique to this start; the value of <see cref="Mark"/> in the process's environment.</summary>
    public required string Launch { get; init; }

    public required string PodUid { get; init; }

    public required string Container { get; init; }

    public required string PodIp { get; init; }

    /// <summary>How often the container had been started before.</summary>
    public required int RestartCount { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null from before the start until the process is there.</summary>
    public int? Pid { get; init; }

    /// <summary>See <see cref="ProcessTable.StartTicks"/>.</summary>
    public long? StartTicks { get; init; }
}
