using System.Collections.Immutable;

namespace Pipeline.Core.Evidence.Provenance;

/// <summary>Who built: the unit of trust, as a URI.</summary>
/// <param name="Id">The platform, such as <c>https://github.com/actions/runner</c>, or <see cref="Workstation"/>.</param>
/// <param name="Version">Versions of its parts by name.</param>
public sealed record BuildPlatform(string Id, ImmutableSortedDictionary<string, string> Version)
{
    /// <summary>A machine that somebody works at.</summary>
    public const string Workstation = "https://pipeline.build/builders/workstation";
}
