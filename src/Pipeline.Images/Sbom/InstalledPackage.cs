using System.Collections.Immutable;

namespace Pipeline.Images.Sbom;

/// <summary>A package that a package database of the base image lists.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Purl">Its package URL.</param>
/// <param name="Licenses">Its licences.</param>
/// <param name="Needs">Names of what it needs: for each need, alternatives of which the first that is there counts.</param>
/// <param name="Provides">What else it goes by.</param>
sealed record InstalledPackage(
    string Name,
    string Version,
    string Purl,
    ImmutableArray<CycloneDxLicense> Licenses,
    ImmutableArray<ImmutableArray<string>> Needs,
    ImmutableArray<string> Provides
);
