using System.Collections.Immutable;

namespace Pipeline.Core.Quality.Dependencies;

/// <summary>What is known of everything that the solution depends on.</summary>
public sealed record DependencyReport
{
    /// <summary>Every project, and the packages in its lock file; null where a project has none.</summary>
    public required ImmutableArray<(
        RestoredProject Project,
        ImmutableHashSet<ResolvedPackage>? Locked
    )> Projects { get; init; }

    /// <summary>What a package says of its licence: an SPDX expression, or null when it says something else or nothing.</summary>
    public required ImmutableDictionary<ResolvedPackage, string?> Licenses { get; init; }

    /// <summary>Whether a package source has audit data (resource <c>VulnerabilityInfo</c>).</summary>
    public required bool IsAudited { get; init; }
}
