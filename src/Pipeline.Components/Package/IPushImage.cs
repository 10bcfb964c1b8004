using Nuke.Common;
using Pipeline.Components.Cluster;
using Pipeline.Components.Evidence;
using Pipeline.Components.Verify;
using Pipeline.Core.Evidence;
using Pipeline.Core.Quality;
using Serilog;

namespace Pipeline.Components.Package;

/// <summary>Pushes the image, and beside it what is known about it.</summary>
public interface IPushImage : IScanImage, ICoverageGate, IDependencyGate, IFormatCheck, IHazCluster, IHazEvidence
{
    Target PushImage =>
        _ =>
            _.Description("Pushes the image and the statements about it into the registry")
                .DependsOn(Format, CoverageGate, DependencyGate, ScanImage)
                .Consumes(BuildImage)
                .Consumes(ScanImage)
                .Consumes(Test)
                .Produces(RegistryDirectory / "**", ArtifactsDirectory / "evidence" / "**")
                .Executes(async () =>
                {
                    RunState.Of(this).LockArtifacts(this);
                    var image = ReadImage();
                    await ServiceImage.PushAsync(
                        image,
                        ImageDirectory,
                        RegistryDirectory,
                        RunState.Of(this).Signals.Token
                    );
                    Attest(image);
                    Log.Information("{Repository:l}@{Digest:l}", image.Repository, image.Digest);
                });

    private void Attest(ImageRecord image)
    {
        var now = TimeProvider.System.GetUtcNow();
        void Store(string name, EvidencePredicate predicate) =>
            Evidence.Store(Service.Name, image.Digest, name, predicate);

        Store("test-result", EvidencePredicate.TestResult.Of(TestReport.Read(TestResultDirectory), now));
        Store(
            "coverage",
            EvidencePredicate.CoverageResult.Of(CoverageFiles.Read(RootDirectory, TestResultDirectory), now)
        );
        var scan = JsonFile.Read<ScanResult>(ScanFile, nameof(ScanImage));
        Store("scan", new EvidencePredicate.ScanReport(scan) { At = now });
    }
}
