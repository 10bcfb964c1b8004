using System.Collections.Immutable;
using Pipeline.Images.Building;

namespace Pipeline.Images.Sbom;

/// <summary>The service with its packages and the runtime, from the dependency file in the image.</summary>
/// <param name="Components">All of them.</param>
/// <param name="Dependencies">What each of them needs.</param>
/// <param name="Root">The service.</param>
sealed record ProgramComponents(
    ImmutableArray<CycloneDxComponent> Components,
    ImmutableArray<CycloneDxDependency> Dependencies,
    string Root
)
{
    /// <summary>What the dependency file beside the image's entry point lists.</summary>
    public static ProgramComponents Of(ImageContents contents, SbomRequest request)
    {
        if (contents.Config.Config?.Entrypoint is not [var program, ..])
            throw new ImageBuildException(
                $"image {request.Image} starts no program: its configuration has no entry point."
            );

        var file = $"{program.TrimStart('/')}.deps.json";
        if (!contents.Files.TryGetValue(file, out var content))
            throw new ImageBuildException(
                $"image {request.Image} has no {file}, which dotnet publish writes. Publish again."
            );

        var libraries = DependencyFile.Parse(content, file);
        var name = Path.GetFileName(program);
        var root =
            libraries.FirstOrDefault(library => library.Name == name)
            ?? throw new ImageBuildException($"{file} in image {request.Image} does not list {name}. Publish again.");
        var references = libraries.ToDictionary(library => library.Id, Reference);
        var locked = request.LockFile is null ? null : NuGetLockFile.Read(request.LockFile);
        return new ProgramComponents(
            [.. libraries.Select(library => Component(library, contents, request, locked))],
            [.. libraries.Select(library => new CycloneDxDependency(Reference(library), Sorted(library, references)))],
            Reference(root)
        );
    }

    static CycloneDxComponent Component(
        DependencyLibrary library,
        ImageContents contents,
        SbomRequest request,
        NuGetLockFile? locked
    )
    {
        var isOwn = library.Layer == LayerName.Application;
        var license = isOwn ? null : PackageLicense.Find(request.PackagesDirectory, library.Name, library.Version);
        return new CycloneDxComponent
        {
            Type = library.Layer switch
            {
                LayerName.Runtime => "framework",
                LayerName.Packages => "library",
                _ => "application",
            },
            Reference = Reference(library),
            Name = library.Name,
            Version = library.Version,
            Hashes = Hash(library, contents, locked) is { } hash ? [hash] : null,
            Licenses = license is null ? null : [license],
            Purl = isOwn ? null : Reference(library),
        };
    }

    static CycloneDxHash? Hash(DependencyLibrary library, ImageContents contents, NuGetLockFile? locked)
    {
        if (library.Layer == LayerName.Packages && locked is not null)
            return new CycloneDxHash("SHA-512", locked.Demand(library));
        if (library.Sha512 is not null)
            return new CycloneDxHash("SHA-512", library.Sha512);
        return contents.Programs.TryGetValue(
            $"{PublishedApplication.ImageDirectory}/{library.Name}.dll",
            out var assembly
        )
            ? new CycloneDxHash("SHA-256", assembly.Hex)
            : null;
    }

    static string Reference(DependencyLibrary library) =>
        library.Layer == LayerName.Application
            ? $"{library.Name}@{library.Version}"
            : PackageUrl.NuGet(library.Name, library.Version);

    static ImmutableArray<string> Sorted(DependencyLibrary library, Dictionary<string, string> references) =>
        [
            .. library
                .Dependencies.Where(references.ContainsKey)
                .Select(id => references[id])
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}
