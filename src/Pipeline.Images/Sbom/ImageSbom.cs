using System.Collections.Immutable;
using Pipeline.Images.Building;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Sbom;

/// <summary>
/// Lists what is in an image by reading its layers: the service, its packages, the runtime and the packages of the base image. The same image
/// has the same bill.
/// </summary>
public static class ImageSbom
{
    /// <summary>
    /// The bill of materials; throws <see cref="ImageBuildException"/> when the image has no dependency file or disagrees with the lock file.
    /// </summary>
    public static async Task<CycloneDxBom> CreateAsync(
        SbomRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var contents = await ImageContents.ReadAsync(
            OciLayout.Open(request.LayoutDirectory),
            request.Image,
            cancellationToken
        );
        var program = ProgramComponents.Of(contents, request);
        var system = SystemComponents.Of(contents);
        var below = Base(contents.Config);
        var image = ImageComponent(request);
        ImmutableArray<string?> roots = [program.Root, below?.Reference ?? system.Root];
        return new CycloneDxBom
        {
            SerialNumber = SerialNumber(request.Image),
            Metadata = new CycloneDxMetadata(request.Created.ToUniversalTime(), image),
            Components =
            [
                .. program
                    .Components.Concat(system.Components)
                    .Concat(below is null ? [] : [below])
                    .OrderBy(component => component.Reference, StringComparer.Ordinal),
            ],
            Dependencies =
            [
                .. program
                    .Dependencies.Concat(system.Dependencies)
                    .Concat(below is null ? [] : [Needs(below.Reference, system.Root)])
                    .Append(Needs(image.Reference, [.. roots]))
                    .OrderBy(dependency => dependency.Ref, StringComparer.Ordinal),
            ],
        };
    }

    static CycloneDxDependency Needs(string reference, params ReadOnlySpan<string?> others) =>
        new(reference, [.. others.ToArray().OfType<string>().Order(StringComparer.Ordinal)]);

    static CycloneDxComponent ImageComponent(SbomRequest request) =>
        Container(request.Name, request.Image) with
        {
            Version = request.Version,
        };

    static CycloneDxComponent? Base(ImageConfig config)
    {
        var labels = config.Config?.Labels;
        if (!Digest.TryParse(labels?.GetValueOrDefault(AnnotationKeys.BaseDigest), out var digest))
            return null;

        // "mcr.microsoft.com/dotnet/runtime-deps:10.0": a package URL has the last part of the name only.
        var name = labels!.GetValueOrDefault(AnnotationKeys.BaseName, "base").Split('@')[0].Split('/')[^1].Split(':')[
            0
        ];
        return Container(name, digest);
    }

    static CycloneDxComponent Container(string name, Digest digest) =>
        new()
        {
            Type = "container",
            Reference = PackageUrl.Image(name, digest),
            Name = name,
            Version = digest.ToString(),
            Hashes = [new CycloneDxHash("SHA-256", digest.Hex)],
            Purl = PackageUrl.Image(name, digest),
        };

    // RFC 9562 version 8: 122 bits of our own, here of the image's digest.
    static string SerialNumber(Digest image)
    {
        var bytes = Convert.FromHexString(image.Hex)[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
