using System.Collections.Immutable;
using Pipeline.Core.Environments;

namespace Pipeline.Core.Rollouts.Status;

/// <summary>A track and its pods.</summary>
public sealed record TrackStatus
{
    public required Track Track { get; init; }

    /// <summary>What it is meant to run; null when it was never filled.</summary>
    public required Revision? Revision { get; init; }

    /// <summary>Its share of the traffic; null without a route.</summary>
    public required Percent? Weight { get; init; }

    /// <summary>Whether the front Service points at it.</summary>
    public required bool IsFront { get; init; }

    /// <summary>Pods that it should have.</summary>
    public required int Desired { get; init; }

    /// <summary>Pods of the wanted revision that are ready.</summary>
    public required int Ready { get; init; }

    public required ImmutableArray<PodStatus> Pods { get; init; }
}
