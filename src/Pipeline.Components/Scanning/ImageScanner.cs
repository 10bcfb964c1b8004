using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Pipeline.Core.Quality;

namespace Pipeline.Components.Scanning;

/// <summary>Scans images in OCI layouts with the Trivy that is installed.</summary>
/// <param name="executable">The path of Trivy.</param>
public sealed class ImageScanner(string executable)
{
    /// <summary>Trivy's exit code for findings; failures end with 1.</summary>
    private const int FindingsExitCode = 10;

    /// <summary>The severities that forbid an image.</summary>
    private static readonly string[] Forbidden = ["HIGH", "CRITICAL"];

    /// <summary>The scanner with the Trivy of <c>TRIVY_EXE</c> or the PATH; null if there is none.</summary>
    public static ImageScanner? TryFind()
    {
        var name = TrivyTasks.PathExecutable + (EnvironmentInfo.IsWin ? ".exe" : "");
        var path =
            ToolPathResolver.TryGetEnvironmentExecutable("TRIVY_EXE")
            ?? EnvironmentInfo.Paths.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return path is null ? null : new ImageScanner(path);
    }

    /// <summary>
    /// Scans for vulnerabilities that have a fix and for secrets, HIGH or worse, and leaves Trivy's report in
    /// <paramref name="reportFile"/>. The image must be the only one in the layout: Trivy scans the first.
    /// </summary>
    /// <exception cref="InvalidOperationException">The version of Trivy must not be used.</exception>
    /// <exception cref="ProcessException">Trivy failed.</exception>
    public ScanResult Scan(AbsolutePath layout, AbsolutePath reportFile, TimeSpan timeout)
    {
        var version = TrivyVersion.Parse(
            TrivyTasks
                .TrivyVersion(o =>
                    o.SetProcessToolPath(executable).DisableProcessOutputLogging().DisableProcessInvocationLogging()
                )
                .StdToText()
        );
        if (TrivyVersion.ProblemOf(version) is { } problem)
            throw new InvalidOperationException(problem);

        // A report of an earlier scan must not pass for this one's.
        reportFile.DeleteFile();
        reportFile.Parent.CreateDirectory();
        TrivyTasks.TrivyImage(o =>
            o.SetProcessToolPath(executable)
                .SetInput(layout)
                .SetFormat(TrivyFormat.Json)
                .SetOutput(reportFile)
                .SetSeverity(Forbidden)
                .SetExitCode(FindingsExitCode)
                .SetTimeout(timeout)
                .SetScanners("vuln", "secret")
                .EnableIgnoreUnfixed()
                .EnableSkipVersionCheck()
                .EnableDisableTelemetry()
        );

        var report = TrivyReport.Parse(reportFile.ReadAllText());
        return report.Findings.IsEmpty
            ? new ScanResult.Clean($"Trivy {version}")
            : new ScanResult.Findings($"Trivy {version}", report.Findings);
    }
}
