using System.Collections.Immutable;
using Nuke.Common;
using Pipeline.Components.Evidence;
using Pipeline.Components.Verify;
using Pipeline.Core.Evidence;
using Pipeline.Core.Quality;
using Pipeline.Images.Registries;
using Serilog;

namespace Pipeline.Components.Package;

/// <summary>Pushes the image, and beside it what is known about it.</summary>
public interface IPushImage : IScanImage, IWriteSbom, ICoverageGate, IDependencyGate, IFormatCheck, IHazEvidence
{
    Target PushImage =>
        _ =>
            _.Description("Pushes the image and the signed statements about it into the registry")
                .DependsOn(Format, CoverageGate, DependencyGate, ScanImage, Sbom)
                .Consumes(BuildImage)
                .Consumes(ScanImage)
                .Consumes(Sbom)
                .Consumes(Test)
                .Produces(RegistryDirectory / "**")
                .Executes(() => PushAsync(RunState.Of(this).Signals.Token));

    private async Task PushAsync(CancellationToken stop)
    {
        RunState.Of(this).LockArtifacts(this);
        var image = ReadImage();
        if (image.IsDirty && Registry is { } registry)
            throw new DirtyImageException(image.Version, registry);

        await ServiceImage.PushAsync(image, ImageDirectory, await OpenRegistryAsync(stop), stop);
        if (Registry is not null && UsesEmbeddedCluster)
            await ServiceImage.PushAsync(
                image,
                ImageDirectory,
                await LayoutRegistry.OpenAsync(RegistryDirectory, stop),
                stop
            );
        var evidence = await OpenEvidenceAsync(stop);
        HandOnKey(ReadKeys());
        var stated = await evidence.StateAsync(Service.Name, image.Digest, Findings(), stop);
        Log.Information("{Count} statements signed and stored beside the image", stated);
        Log.Information("{Repository:l}@{Digest:l}", Registry ?? image.Repository, image.Digest);
    }

    private ImmutableArray<EvidencePredicate> Findings()
    {
        var tested = TestReport.RanAt(TestResultDirectory);
        var coverage = CoverageFiles.Read(RootDirectory, TestResultDirectory);
        var scan = JsonFile.Read<ScanResult>(ScanFile, nameof(ScanImage));
        return
        [
            JsonFile.Read<EvidencePredicate.BuiltFrom>(ProvenanceFile, nameof(BuildImage)),
            EvidencePredicate.TestResult.Of(TestReport.Read(TestResultDirectory), tested),
            EvidencePredicate.CoverageResult.Of(coverage, tested),
            new EvidencePredicate.BillOfMaterials(File.ReadAllText(SbomFile)),
            new EvidencePredicate.ScanReport(scan) { At = File.GetLastWriteTimeUtc(ScanFile) },
        ];
    }
}
