using System.Security.Cryptography;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tools.Git;
using Pipeline.Components.Gates;
using Pipeline.Components.Records;
using Pipeline.Components.Scanning;
using Pipeline.Core.Quality;
using Pipeline.Core.Quality.Scanning;
using Serilog;

namespace Pipeline.Components.Package;

/// <summary>Scans the image, the manifests and the sources, with the Trivy on the PATH; it is never downloaded.</summary>
public interface IScanImage : IBuildImage, IHazGates
{
    /// <summary>What the scan found, or why it did not run.</summary>
    AbsolutePath ScanFile => GateResultDirectory / "scan-result.json";

    /// <summary>The reports of the scanner, and which image they are about.</summary>
    AbsolutePath ScanReportDirectory => GateResultDirectory / "scan";

    /// <summary>What the scan may find.</summary>
    ScanPolicy ScanPolicy => ScanPolicy.Default;

    /// <summary>The findings that are accepted for a time; the file must exist.</summary>
    AbsolutePath ScanIgnoreFile => RootDirectory / "build" / "scan-ignore.json";

    /// <summary>A VEX document that says which vulnerabilities do not matter; null for none.</summary>
    AbsolutePath? VexFile => null;

    /// <summary>How long each scan may take.</summary>
    TimeSpan ScanTimeout => TimeSpan.FromMinutes(5);

    Target ScanImage =>
        _ =>
            _.Description("Scans the image for known vulnerabilities, secrets and misconfiguration")
                .DependsOn(BuildImage)
                .Consumes(BuildImage)
                .Produces(ScanFile, ScanReportDirectory / "*")
                .Executes(async () =>
                {
                    // Vulnerabilities become known while the image stays the same: a scan is never reused.
                    RunState.Of(this).LockArtifacts(this);
                    var ignored = ReadIgnored();
                    var result = ImageScanner.TryFind() is { } scanner
                        ? await ScanAsync(scanner, ignored)
                        : new ScanResult.NotRun("Trivy is not installed");
                    JsonFile.Write(ScanFile, result);
                    if (result is ScanResult.NotRun)
                        Log.Warning("{Summary:l}", result.Summary);
                    Conclude(ScanGate.Check(result));
                });

    private IgnoreList ReadIgnored()
    {
        var ignored = IgnoreList.Parse(
            ScanIgnoreFile.FileExists() ? ScanIgnoreFile.ReadAllText() : null,
            RootDirectory.GetUnixRelativePathTo(ScanIgnoreFile)
        );
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (var notice in ignored.Notices(today))
            Log.Warning("{Notice:l}", notice);
        if (ScanGate.CheckRules(ScanPolicy, ignored, today) is { } refusal)
            Conclude(refusal);
        return ignored;
    }

    private async Task<ScanResult> ScanAsync(ImageScanner scanner, IgnoreList ignored)
    {
        var sources = TemporaryDirectory / "tracked";
        sources.CreateOrCleanDirectory();
        GitTasks.Git($"checkout-index --all --prefix={sources}/", RootDirectory, logInvocation: false);
        var scan = await scanner.ScanAsync(
            new ScanRequest
            {
                Layout = ImageDirectory,
                Reports = ScanReportDirectory,
                Configurations = [RootDirectory / "manifests"],
                Sources = sources,
                Vex = VexFile,
                Timeout = ScanTimeout,
                MaximumDatabaseAge = ScanPolicy.MaximumDatabaseAge,
            },
            RunState.Of(this).Signals.Token
        );
        var report = SHA256.HashData((ScanReportDirectory / ImageScanner.ImageReport).ReadAllBytes());
        JsonFile.Write(
            ScanReportDirectory / "record.json",
            new ScanRecord(
                ReadImage().Digest,
                Convert.ToHexStringLower(report),
                scan.Scanner,
                scan.DatabaseUpdatedAt,
                TimeProvider.System.GetUtcNow()
            )
        );
        return ScanGate.Judge(scan.Scanner, scan.Reports, ScanPolicy, ignored);
    }
}
