using System.Collections.Immutable;

namespace Pipeline.Core.Rollouts.Status;

/// <summary>What an environment looks like at one moment.</summary>
public sealed record EnvironmentStatus
{
    public required string Environment { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The last rollout; null when there was none.</summary>
    public required RolloutState? Rollout { get; init; }

    /// <summary>Who executes it now; null when nobody does.</summary>
    public required LeaseHolder? Executor { get; init; }

    public required ImmutableArray<TrackStatus> Tracks { get; init; }

    /// <summary>The revisions that can be returned to, newest last.</summary>
    public required ImmutableArray<KeptRevision> History { get; init; }
}
