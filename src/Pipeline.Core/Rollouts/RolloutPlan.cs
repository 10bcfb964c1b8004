using System.Collections.Immutable;
using Pipeline.Core.Environments;

namespace Pipeline.Core.Rollouts;

/// <summary>Everything that a rollout is going to do, known before its first write.</summary>
public sealed record RolloutPlan
{
    /// <summary><c>&lt;service&gt;-&lt;environment&gt;-&lt;n&gt;</c>.</summary>
    public required string Id { get; init; }

    public required string Environment { get; init; }

    public required RolloutKind Kind { get; init; }

    /// <summary>Name of the strategy as it is printed.</summary>
    public required string Strategy { get; init; }

    /// <summary>The track that gets the new revision.</summary>
    public required Track Target { get; init; }

    /// <summary>The revision to roll out.</summary>
    public required Revision To { get; init; }

    /// <summary>The revision that serves now; null when there is none.</summary>
    public required Revision? From { get; init; }

    /// <summary>Repository that the new revision's image is pulled from; empty in states of schema 1.</summary>
    public string Repository { get; init; } = "";

    /// <summary>Version that the new revision's image was built as; empty when it is not known.</summary>
    public string Version { get; init; } = "";

    /// <summary>Pods of the environment at full size.</summary>
    public required int Replicas { get; init; }

    /// <summary>Whether the version to replace answers nobody: the new one is then not judged, but takes over in one switch.</summary>
    public bool StableIsDown { get; init; }

    public required ImmutableArray<PlannedStage> Stages { get; init; }

    public required TimeSpan ReadinessDeadline { get; init; }

    /// <summary>How long the old track stays warm.</summary>
    public required TimeSpan Standby { get; init; }

    /// <summary>The track that serves now and that a rollback returns to; null when there is none.</summary>
    public Track? Stable => Kind == RolloutKind.TwoTrack ? Target.Other() : null;
}
