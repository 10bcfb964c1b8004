using Nuke.Common;
using Nuke.Common.IO;
using Pipeline.Components.Gates;
using Pipeline.Components.Records;
using Pipeline.Components.Scanning;
using Pipeline.Core.Quality;
using Serilog;

namespace Pipeline.Components.Package;

/// <summary>Scans the image for vulnerabilities, with the Trivy on the PATH; it is never downloaded.</summary>
public interface IScanImage : IBuildImage, IHazGates
{
    /// <summary>What the scan found, or why it did not run.</summary>
    AbsolutePath ScanFile => GateResultDirectory / "scan-result.json";

    /// <summary>How long the scan may take.</summary>
    TimeSpan ScanTimeout => TimeSpan.FromMinutes(5);

    Target ScanImage =>
        _ =>
            _.Description("Scans the image for known vulnerabilities")
                .DependsOn(BuildImage)
                .Consumes(BuildImage)
                .Produces(ScanFile)
                .Executes(() =>
                {
                    // Vulnerabilities become known while the image stays the same: a scan is never reused.
                    RunState.Of(this).LockArtifacts(this);
                    var result =
                        ImageScanner.TryFind()?.Scan(ImageDirectory, GateResultDirectory / "trivy.json", ScanTimeout)
                        ?? new ScanResult.NotRun("Trivy is not installed");
                    JsonFile.Write(ScanFile, result);
                    if (result is ScanResult.NotRun)
                        Log.Warning("{Summary:l}", result.Summary);
                    Conclude(ScanGate.Check(result));
                });
}
