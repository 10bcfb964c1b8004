using System.Collections.Immutable;

namespace Pipeline.Images.Sbom;

/// <summary>The operating system below the service: the packages of the base image and what they need.</summary>
/// <param name="Components">The system and its packages.</param>
/// <param name="Dependencies">What each of them needs.</param>
/// <param name="Root">The system; null when the image is built on nothing.</param>
sealed record SystemComponents(
    ImmutableArray<CycloneDxComponent> Components,
    ImmutableArray<CycloneDxDependency> Dependencies,
    string? Root
)
{
    /// <summary>What the package databases in an image list.</summary>
    public static SystemComponents Of(ImageContents contents)
    {
        var release = OperatingSystemRelease.Find(contents.Files);
        var system = release ?? new OperatingSystemRelease("linux", null);
        var packages = DebianDatabase
            .Read(contents.Files, system)
            .Concat(AlpineDatabase.Read(contents.Files, system))
            .DistinctBy(package => package.Purl)
            .ToImmutableArray();
        if (release is null && packages.IsEmpty)
            return new SystemComponents([], [], Root: null);

        var root = $"system:{system.Distribution}";
        var providers = packages
            .SelectMany(package => package.Provides.Prepend(package.Name).Select(name => (name, package.Purl)))
            .DistinctBy(provider => provider.name)
            .ToDictionary(provider => provider.name, provider => provider.Purl);
        return new SystemComponents(
            [Component(system, root), .. packages.Select(Component)],
            [
                new CycloneDxDependency(root, Sorted(packages.Select(package => package.Purl))),
                .. packages.Select(package => new CycloneDxDependency(package.Purl, Needs(package, providers))),
            ],
            root
        );
    }

    static CycloneDxComponent Component(OperatingSystemRelease system, string reference) =>
        new()
        {
            Type = "operating-system",
            Reference = reference,
            Name = system.Id,
            Version = system.Version,
        };

    static CycloneDxComponent Component(InstalledPackage package) =>
        new()
        {
            Type = "library",
            Reference = package.Purl,
            Name = package.Name,
            Version = package.Version,
            Licenses = package.Licenses.IsEmpty ? null : package.Licenses,
            Purl = package.Purl,
        };

    static ImmutableArray<string> Needs(InstalledPackage package, Dictionary<string, string> providers) =>
        Sorted(
            package
                .Needs.Select(alternatives => alternatives.FirstOrDefault(providers.ContainsKey))
                .OfType<string>()
                .Select(name => providers[name])
                .Where(purl => purl != package.Purl)
        );

    static ImmutableArray<string> Sorted(IEnumerable<string> references) =>
        [.. references.Distinct().Order(StringComparer.Ordinal)];
}
