namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>One entry of a pod's <c>containerStatuses</c>.</summary>
internal sealed record ContainerStatus
{
    public required string Name { get; init; }

    /// <summary>As the specification names it.</summary>
    public required string Image { get; init; }

    /// <summary>The digest that runs; empty until it is known.</summary>
    public string ImageId { get; init; } = "";

    /// <summary>The name of the run, new with every start; empty before the first.</summary>
    public string ContainerId { get; init; } = "";

    public ContainerState State { get; init; } = new ContainerState.Waiting("ContainerCreating");

    /// <summary>How the run before this one ended.</summary>
    public ContainerState.Terminated? Last { get; init; }

    public int RestartCount { get; init; }

    /// <summary>Whether the readiness probe succeeds, or there is none and the container runs.</summary>
    public bool Ready { get; init; }

    /// <summary>Whether the startup probe has succeeded, or there is none and the container runs.</summary>
    public bool Started { get; init; }

    /// <summary>The restart count of the run that would begin now.</summary>
    public int NextRestartCount => ContainerId.Length == 0 ? 0 : RestartCount + 1;

    /// <summary>The status while something is waited for.</summary>
    public ContainerStatus Wait(string reason, string? message) => Become(new ContainerState.Waiting(reason, message));

    /// <summary>The status of a run that has begun; whether it is started and ready is for the probes to say.</summary>
    public ContainerStatus Run(string id, string imageId, int restartCount, DateTimeOffset startedAt) =>
        Become(new ContainerState.Running(startedAt)) with
        {
            ContainerId = id,
            ImageId = imageId,
            RestartCount = restartCount,
        };

    /// <summary>The status once the run has ended.</summary>
    public ContainerStatus End(ContainerState.Terminated end) => Become(end);

    private ContainerStatus Become(ContainerState state) =>
        this with
        {
            State = state,
            Last = State as ContainerState.Terminated ?? Last,
            Ready = false,
            Started = false,
        };
}
