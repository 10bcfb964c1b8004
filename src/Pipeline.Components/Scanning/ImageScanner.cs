using NuGet.Versioning;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Pipeline.Components.Scanning.Trivy;
using Pipeline.Core.Quality;
using Serilog;

namespace Pipeline.Components.Scanning;

/// <summary>Scans images in OCI layouts, and what they are made of, with the Trivy that is installed.</summary>
/// <param name="executable">The path of Trivy.</param>
/// <param name="clock">The time.</param>
public sealed class ImageScanner(string executable, TimeProvider clock)
{
    /// <summary>The report on the image, in the folder of the reports.</summary>
    public const string ImageReport = "trivy.json";

    private const int Attempts = 3;

    /// <summary>The scanner with the Trivy of <c>TRIVY_EXE</c> or the PATH; null if there is none.</summary>
    public static ImageScanner? TryFind()
    {
        var name = TrivyTasks.PathExecutable + (EnvironmentInfo.IsWin ? ".exe" : "");
        var path =
            ToolPathResolver.TryGetEnvironmentExecutable("TRIVY_EXE")
            ?? EnvironmentInfo.Paths.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return path is null ? null : new ImageScanner(path, TimeProvider.System);
    }

    /// <summary>
    /// Scans the image for vulnerabilities, secrets and mistakes of its configuration, the manifests for mistakes, the sources for secrets. The
    /// report on the image is kept as JSON, SARIF and CycloneDX.
    /// </summary>
    /// <exception cref="InvalidOperationException">The version of Trivy must not be used, or its database is too old.</exception>
    /// <exception cref="ProcessException">Trivy failed.</exception>
    public async Task<ScanReports> ScanAsync(ScanRequest request, CancellationToken cancellation)
    {
        var version = DemandTrusted();
        request.Reports.CreateDirectory();
        var image = request.Reports / ImageReport;
        List<TrivyReport> reports = [await ReportAsync(image, request, file => ScanImage(request, file), cancellation)];
        // Asked after the scan, which may have fetched a newer one.
        var database = DemandFresh(request.MaximumDatabaseAge);
        Convert(image, TrivyFormat.Sarif, request.Reports / "trivy.sarif");
        Convert(image, TrivyFormat.CycloneDx, request.Reports / "trivy.cdx.json");

        foreach (var folder in request.Configurations.Where(folder => folder.DirectoryExists()))
        {
            var file = request.Reports / $"trivy-{folder.Name}.json";
            reports.Add(await ReportAsync(file, request, _ => ScanConfiguration(request, folder, file), cancellation));
        }

        if (request.Sources is { } sources)
        {
            var file = request.Reports / "trivy-sources.json";
            reports.Add(await ReportAsync(file, request, _ => ScanSources(request, sources, file), cancellation));
        }

        return new ScanReports($"Trivy {version}", database, [.. reports]);
    }

    private NuGetVersion DemandTrusted()
    {
        var version = TrivyVersion.Parse(AskVersion());
        return TrivyVersion.ProblemOf(version) is { } problem ? throw new InvalidOperationException(problem) : version;
    }

    private DateTimeOffset DemandFresh(TimeSpan limit)
    {
        var updated = TrivyVersion.DatabaseUpdatedAt(AskVersion());
        return updated is { } at && clock.GetUtcNow() - at <= limit
            ? at
            : throw new InvalidOperationException(
                $"Trivy's database of vulnerabilities is of {updated?.ToString("u") ?? "an unknown day"}: expected one of the last "
                    + $"{limit.TotalHours:0} hours; run trivy image --download-db-only"
            );
    }

    private string AskVersion() =>
        TrivyTasks
            .TrivyVersion(o =>
                o.SetProcessToolPath(executable).DisableProcessOutputLogging().DisableProcessInvocationLogging()
            )
            .StdToText();

    private async Task<TrivyReport> ReportAsync(
        AbsolutePath file,
        ScanRequest request,
        Action<AbsolutePath> scan,
        CancellationToken cancellation
    )
    {
        // A report of an earlier scan must not pass for this one's.
        file.DeleteFile();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                scan(file);
                return TrivyReport.Parse(file.ReadAllText());
            }
            catch (ProcessException problem) when (attempt < Attempts && IsRateLimit(problem))
            {
                Log.Warning("a registry limits its rate: Trivy is started again in {Delay}", request.RetryDelay);
                await Task.Delay(request.RetryDelay * attempt, clock, cancellation);
            }
        }
    }

    private static bool IsRateLimit(ProcessException problem) =>
        problem.Message.Contains("TOOMANYREQUESTS", StringComparison.Ordinal)
        || problem.Message.Contains("429 Too Many Requests", StringComparison.OrdinalIgnoreCase);

    private void ScanImage(ScanRequest request, AbsolutePath report) =>
        TrivyTasks.TrivyImage(o =>
            Scan(o, request, report)
                .SetInput(request.Layout)
                .SetScanners("vuln", "secret")
                .SetImageConfigScanners("misconfig", "secret")
                .When(_ => request.Vex is not null, settings => settings.SetVex(request.Vex))
                .EnableShowSuppressed()
        );

    private void ScanConfiguration(ScanRequest request, AbsolutePath folder, AbsolutePath report) =>
        TrivyTasks.TrivyConfig(o => Scan(o, request, report).SetPath(folder));

    private void ScanSources(ScanRequest request, AbsolutePath folder, AbsolutePath report) =>
        TrivyTasks.TrivyFs(o => Scan(o, request, report).SetPath(folder).SetScanners("secret"));

    private void Convert(AbsolutePath report, TrivyFormat format, AbsolutePath file) =>
        TrivyTasks.TrivyConvert(o =>
            o.SetProcessToolPath(executable).SetFormat(format).SetOutput(file).SetReport(report)
        );

    // Everything is reported, whatever its severity: the policy decides, and the report shows what it decided on.
    private T Scan<T>(T settings, ScanRequest request, AbsolutePath report)
        where T : TrivyScanSettings =>
        settings
            .SetProcessToolPath(executable)
            .SetFormat(TrivyFormat.Json)
            .SetOutput(report)
            .SetTimeout(request.Timeout)
            .EnableSkipVersionCheck()
            .EnableDisableTelemetry();
}
