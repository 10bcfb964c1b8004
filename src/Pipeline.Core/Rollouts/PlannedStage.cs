using Pipeline.Core.Environments;

namespace Pipeline.Core.Rollouts;

/// <summary>A stage as it will be carried out.</summary>
/// <param name="Weight">Share of the traffic for the new revision.</param>
/// <param name="Replicas">Ready pods that the new revision needs before the weight is written.</param>
/// <param name="MaximumDuration">How long it is judged at most; null when it is not judged.</param>
public sealed record PlannedStage(Percent Weight, int Replicas, TimeSpan? MaximumDuration)
{
    /// <summary>Pods that the stable revision is left with, where the number of pods divides the traffic; null where a route does.</summary>
    public int? StableReplicas { get; init; }

    /// <summary>The share of the traffic that the new revision gets in fact.</summary>
    public Percent ActualShare =>
        StableReplicas is { } stable ? new ReplicaSplit(Replicas, stable).ActualShare : Weight;

    /// <summary>Requests of the new revision without which a good verdict does not count.</summary>
    public int MinimumSamples { get; init; }

    /// <summary>Whether a good verdict waits until <see cref="MaximumDuration"/> is over.</summary>
    public bool WaitsFullDuration { get; init; }
}
