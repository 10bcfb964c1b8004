using Nuke.Common;
using Nuke.Common.IO;
using Pipeline.Components.Records;
using Pipeline.Images;
using Pipeline.Images.Sbom;
using Serilog;

namespace Pipeline.Components.Package;

/// <summary>Writes the bill of materials of the image.</summary>
public interface IWriteSbom : IBuildImage
{
    /// <summary>The bill of materials, a CycloneDX 1.6 document.</summary>
    AbsolutePath SbomFile => ArtifactsDirectory / "sbom" / $"{Service.Name}.cdx.json";

    Target Sbom =>
        _ =>
            _.Description("Writes the bill of materials of the image (CycloneDX)")
                .DependsOn(BuildImage)
                .Consumes(BuildImage)
                .Produces(SbomFile)
                .Executes(() =>
                {
                    var image = ReadImage();
                    var inputs = new TargetInputs { Parameters = [image.Digest], Products = ["artifacts/sbom"] };
                    return DoOnceAsync(nameof(Sbom), inputs, () => WriteSbomAsync(image));
                });

    private async Task WriteSbomAsync(ImageRecord image)
    {
        var version = JsonFile.Read<VersionRecord>(VersionFile, nameof(Version));
        var bom = await ImageSbom.CreateAsync(
            new SbomRequest
            {
                LayoutDirectory = ImageDirectory,
                Image = Digest.Parse(image.Digest),
                Name = Service.Name,
                Version = image.Version,
                Created = version.CommittedAt,
                PackagesDirectory = NuGetFolder.Find(Environment.GetEnvironmentVariable),
                LockFile = RootDirectory / Path.GetDirectoryName(Service.Project) / "packages.lock.json",
            },
            RunState.Of(this).Signals.Token
        );
        SbomFile.Parent.CreateDirectory();
        await File.WriteAllBytesAsync(SbomFile, CycloneDxJson.Write(bom));
        Log.Information(
            "{Count} components in {File:l}",
            bom.Components.Count,
            RootDirectory.GetRelativePathTo(SbomFile).ToString()
        );
    }
}
