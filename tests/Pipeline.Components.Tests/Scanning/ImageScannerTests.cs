using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Pipeline.Components.Scanning;
using Pipeline.Components.Scanning.Trivy;
using Pipeline.Core.Quality;

namespace Pipeline.Components.Tests.Scanning;

public class ImageScannerTests
{
    private const string CleanReport = """{ "SchemaVersion": 2 }""";

    private const string ReportWithFinding = """
        {
          "SchemaVersion": 2,
          "Results": [
            {
              "Target": "app/App.deps.json",
              "Vulnerabilities": [
                {
                  "VulnerabilityID": "CVE-2026-0001",
                  "PkgName": "Some.Package",
                  "InstalledVersion": "1.0.0",
                  "FixedVersion": "1.0.1",
                  "Severity": "HIGH"
                }
              ]
            }
          ]
        }
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_findings_are_those_of_image_manifests_and_sources()
    {
        using var trivy = new ReplayedTrivy(ReportWithFinding);
        (trivy.Folder / "manifests").CreateDirectory();

        var scan = await ScanAsync(trivy, manifests: true);

        Assert.Equal("Trivy 0.70.0", scan.Scanner);
        Assert.Equal(3, scan.Reports.Length);
        Assert.Equal(
            new ScanFinding(
                "CVE-2026-0001",
                "HIGH",
                "Some.Package 1.0.0",
                "1.0.1",
                FindingKind.Vulnerability,
                "app/App.deps.json"
            ),
            Assert.Single(scan.Reports[0].Findings)
        );
    }

    [Fact]
    public async Task Trivy_is_told_everything_by_arguments()
    {
        using var trivy = new ReplayedTrivy(CleanReport);

        await ScanAsync(trivy);

        Assert.Equal(
            [
                "image",
                "--format",
                "json",
                "--output",
                trivy.Folder / "out" / "trivy.json",
                "--timeout",
                "90s",
                "--skip-version-check",
                "--disable-telemetry",
                "--input",
                "/layouts/my image",
                "--scanners",
                "vuln,secret",
                "--image-config-scanners",
                "misconfig,secret",
                "--vex",
                "/vex.json",
                "--show-suppressed",
            ],
            trivy.ArgumentsOf("image")
        );
        Assert.Equal(["version", "--format", "json"], trivy.VersionArguments);
        Assert.Null(trivy.ArgumentsOf("config"));
    }

    [Fact]
    public async Task The_report_is_converted_and_not_made_again()
    {
        using var trivy = new ReplayedTrivy(CleanReport);

        await ScanAsync(trivy);

        Assert.Equal(
            [
                "convert",
                "--format",
                "cyclonedx",
                "--output",
                trivy.Folder / "out" / "trivy.cdx.json",
                trivy.Folder / "out" / "trivy.json",
            ],
            trivy.ArgumentsOf("convert")
        );
        Assert.True((trivy.Folder / "out" / "trivy.sarif").FileExists());
    }

    [Fact]
    public async Task Trivy_sees_nothing_of_the_environment_but_what_it_needs()
    {
        using var trivy = new ReplayedTrivy(CleanReport);
        Environment.SetEnvironmentVariable("SCANNER_TESTS_TOKEN", "s3cret");
        Environment.SetEnvironmentVariable("TRIVY_CACHE_DIR", "/cache");

        await ScanAsync(trivy);

        Environment.SetEnvironmentVariable("SCANNER_TESTS_TOKEN", null);
        Environment.SetEnvironmentVariable("TRIVY_CACHE_DIR", null);
        Assert.Contains("PATH", trivy.Variables);
        Assert.Contains("TRIVY_CACHE_DIR", trivy.Variables);
        Assert.DoesNotContain("SCANNER_TESTS_TOKEN", trivy.Variables);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_failure_is_not_taken_for_findings(int exitCode)
    {
        using var trivy = new ReplayedTrivy(CleanReport, exitCode);

        var exception = await Assert.ThrowsAsync<ProcessException>(() => ScanAsync(trivy));

        Assert.Equal(exitCode, exception.ExitCode);
        Assert.Contains("FATAL\treplayed", exception.Message);
    }

    [Fact]
    public async Task A_registry_that_limits_its_rate_is_asked_again()
    {
        using var trivy = new ReplayedTrivy(CleanReport);
        trivy.LimitRate();

        var scan = await ScanAsync(trivy);

        Assert.Equal(2, scan.Reports.Length);
    }

    [Theory]
    [InlineData("2026-11-19T11:59:59Z")]
    [InlineData("")]
    public async Task A_database_that_is_old_or_of_no_date_is_refused(string database)
    {
        using var trivy = new ReplayedTrivy(CleanReport, database: database);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ScanAsync(trivy));

        Assert.Contains("expected one of the last 48 hours", exception.Message);
    }

    [Fact]
    public async Task The_report_of_an_earlier_scan_does_not_pass_for_that_of_this_one()
    {
        using var trivy = new ReplayedTrivy(report: null);
        (trivy.Folder / "out" / "trivy.json").WriteAllText(CleanReport);

        await Assert.ThrowsAsync<FileNotFoundException>(() => ScanAsync(trivy));
    }

    [Fact]
    public async Task A_malicious_version_does_not_scan()
    {
        using var trivy = new ReplayedTrivy(CleanReport, version: "0.69.4");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ScanAsync(trivy));

        Assert.Contains("Trivy 0.69.4 is malicious (CVE-2026-33634)", exception.Message);
        Assert.Null(trivy.Arguments);
    }

    [Fact]
    public void Exit_code_1_for_findings_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => TrivyTasks.TrivyImage(o => o.SetExitCode(1)));

        Assert.Contains("cannot tell findings from failures", exception.Message);
    }

    private static Task<ScanReports> ScanAsync(ReplayedTrivy trivy, bool manifests = false) =>
        new ImageScanner(trivy.Executable, new StoppedClock(Now)).ScanAsync(
            new ScanRequest
            {
                Layout = "/layouts/my image",
                Reports = trivy.Folder / "out",
                Configurations = manifests ? [trivy.Folder / "manifests"] : [trivy.Folder / "missing"],
                Sources = trivy.Folder,
                Vex = "/vex.json",
                Timeout = TimeSpan.FromSeconds(90),
                RetryDelay = TimeSpan.Zero,
            },
            CancellationToken.None
        );

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
