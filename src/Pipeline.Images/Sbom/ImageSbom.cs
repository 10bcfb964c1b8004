using System.Collections.Immutable;
using System.Security.Cryptography;
using Pipeline.Images.Building;

namespace Pipeline.Images.Sbom;

/// <summary>Lists what is in an image: the service, its packages and the runtime. It depends on nothing but the request's files.</summary>
public static class ImageSbom
{
    /// <summary>The bill of materials; throws <see cref="ImageBuildException"/> when the dependency file cannot be read.</summary>
    public static CycloneDxBom Create(SbomRequest request)
    {
        var libraries = DependencyFile.Read(Path.Combine(request.PublishDirectory, $"{request.EntryPoint}.deps.json"));
        var references = libraries.ToDictionary(library => library.Id, Reference);
        var image = ImageComponent(request);
        return new CycloneDxBom
        {
            SerialNumber = SerialNumber(request.Image),
            Metadata = new CycloneDxMetadata(request.Created.ToUniversalTime(), image),
            Components =
            [
                .. libraries
                    .Select(library => Component(request, library))
                    .OrderBy(component => component.Reference, StringComparer.Ordinal),
            ],
            Dependencies =
            [
                .. libraries
                    .Select(library => new CycloneDxDependency(
                        Reference(library),
                        Sorted(library.Dependencies, references)
                    ))
                    .Append(new CycloneDxDependency(image.Reference, [references[Root(request, libraries).Id]]))
                    .OrderBy(dependency => dependency.Ref, StringComparer.Ordinal),
            ],
        };
    }

    static CycloneDxComponent ImageComponent(SbomRequest request)
    {
        var purl = $"pkg:oci/{request.Name}@{Uri.EscapeDataString(request.Image.ToString())}";
        return new CycloneDxComponent
        {
            Type = "container",
            Reference = purl,
            Name = request.Name,
            Version = request.Version,
            Hashes = [new CycloneDxHash("SHA-256", request.Image.Hex)],
            Purl = purl,
        };
    }

    static CycloneDxComponent Component(SbomRequest request, DependencyLibrary library)
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
            Hashes = Hash(request, library) is { } hash ? [hash] : null,
            Licenses = license is null ? null : [license],
            Purl = isOwn ? null : Reference(library),
        };
    }

    static CycloneDxHash? Hash(SbomRequest request, DependencyLibrary library)
    {
        if (library.Sha512 is not null)
            return new CycloneDxHash("SHA-512", library.Sha512);

        var assembly = Path.Combine(request.PublishDirectory, $"{library.Name}.dll");
        if (library.Layer != LayerName.Application || !File.Exists(assembly))
            return null;

        using var content = File.OpenRead(assembly);
        return new CycloneDxHash("SHA-256", Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    static DependencyLibrary Root(SbomRequest request, ImmutableArray<DependencyLibrary> libraries) =>
        libraries.FirstOrDefault(library => library.Name == request.EntryPoint)
        ?? throw new ImageBuildException(
            $"{request.EntryPoint}.deps.json in {request.PublishDirectory} does not list {request.EntryPoint}. Publish again."
        );

    static string Reference(DependencyLibrary library) =>
        library.Layer == LayerName.Application
            ? $"{library.Name}@{library.Version}"
            : $"pkg:nuget/{library.Name}@{library.Version}";

    static ImmutableArray<string> Sorted(ImmutableArray<string> ids, Dictionary<string, string> references) =>
        [.. ids.Where(references.ContainsKey).Select(id => references[id]).Order(StringComparer.Ordinal)];

    // RFC 9562 version 8: 122 bits of our own, here of the image's digest.
    static string SerialNumber(Digest image)
    {
        var bytes = Convert.FromHexString(image.Hex)[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
