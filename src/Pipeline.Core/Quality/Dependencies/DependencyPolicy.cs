using System.Collections.Immutable;

namespace Pipeline.Core.Quality.Dependencies;

/// <summary>Which packages may be depended on.</summary>
public sealed record DependencyPolicy
{
    /// <summary>Licences that are allowed, as SPDX identifiers.</summary>
    public required ImmutableArray<string> AllowedLicenses { get; init; }

    /// <summary>Packages whose licence a person has read, by name, with what was found.</summary>
    public ImmutableSortedDictionary<string, string> ReviewedPackages { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The least severe known vulnerability that is refused.</summary>
    public VulnerabilitySeverity RefusedFrom { get; init; } = VulnerabilitySeverity.Moderate;

    /// <summary>Whether a build is refused when no package source can say which packages are vulnerable.</summary>
    public bool RequiresAudit { get; init; } = true;
}
