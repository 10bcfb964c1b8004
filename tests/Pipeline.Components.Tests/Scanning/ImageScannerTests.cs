using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Pipeline.Components.Scanning;
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

    private static readonly AbsolutePath Layout = "/layouts/my image";

    [Fact]
    public void An_image_without_findings_is_clean()
    {
        using var trivy = new ReplayedTrivy(CleanReport);

        Assert.Equal(new ScanResult.Clean("Trivy 0.70.0"), Scan(trivy));
    }

    [Fact]
    public void Findings_are_a_result_and_no_failure()
    {
        using var trivy = new ReplayedTrivy(ReportWithFinding, exitCode: 10);

        var findings = Assert.IsType<ScanResult.Findings>(Scan(trivy));

        Assert.Equal("Trivy 0.70.0", findings.Scanner);
        Assert.Equal(
            new ScanFinding("CVE-2026-0001", "HIGH", "Some.Package 1.0.0", "1.0.1"),
            Assert.Single(findings.Found)
        );
    }

    [Fact]
    public void Trivy_is_told_everything_by_arguments()
    {
        using var trivy = new ReplayedTrivy(CleanReport);

        Scan(trivy);

        Assert.Equal(
            [
                "image",
                "--input",
                "/layouts/my image",
                "--format",
                "json",
                "--output",
                trivy.Folder / "out" / "report.json",
                "--severity",
                "HIGH,CRITICAL",
                "--exit-code",
                "10",
                "--timeout",
                "90s",
                "--scanners",
                "vuln,secret",
                "--ignore-unfixed",
                "--skip-version-check",
                "--disable-telemetry",
            ],
            trivy.Arguments
        );
        Assert.Equal(["version", "--format", "json"], trivy.VersionArguments);
    }

    [Fact]
    public void Trivy_sees_nothing_of_the_environment_but_what_it_needs()
    {
        using var trivy = new ReplayedTrivy(CleanReport);
        Environment.SetEnvironmentVariable("SCANNER_TESTS_TOKEN", "s3cret");
        Environment.SetEnvironmentVariable("TRIVY_CACHE_DIR", "/cache");

        Scan(trivy);

        Environment.SetEnvironmentVariable("SCANNER_TESTS_TOKEN", null);
        Environment.SetEnvironmentVariable("TRIVY_CACHE_DIR", null);
        Assert.Contains("PATH", trivy.Variables);
        Assert.Contains("TRIVY_CACHE_DIR", trivy.Variables);
        Assert.DoesNotContain("SCANNER_TESTS_TOKEN", trivy.Variables);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_failure_is_not_taken_for_findings(int exitCode)
    {
        using var trivy = new ReplayedTrivy(CleanReport, exitCode);

        var exception = Assert.Throws<ProcessException>(() => Scan(trivy));

        Assert.Equal(exitCode, exception.ExitCode);
        Assert.Contains("FATAL\treplayed", exception.Message);
    }

    [Fact]
    public void The_report_of_an_earlier_scan_does_not_pass_for_that_of_this_one()
    {
        using var trivy = new ReplayedTrivy(report: null);
        (trivy.Folder / "out" / "report.json").WriteAllText(CleanReport);

        Assert.Throws<FileNotFoundException>(() => Scan(trivy));
    }

    [Fact]
    public void A_malicious_version_does_not_scan()
    {
        using var trivy = new ReplayedTrivy(CleanReport, version: "0.69.4");

        var exception = Assert.Throws<InvalidOperationException>(() => Scan(trivy));

        Assert.Contains("Trivy 0.69.4 is malicious (CVE-2026-33634)", exception.Message);
        Assert.Null(trivy.Arguments);
    }

    [Fact]
    public void Exit_code_1_for_findings_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => TrivyTasks.TrivyImage(o => o.SetExitCode(1)));

        Assert.Contains("cannot tell findings from failures", exception.Message);
    }

    private static ScanResult Scan(ReplayedTrivy trivy) =>
        new ImageScanner(trivy.Executable).Scan(Layout, trivy.Folder / "out" / "report.json", TimeSpan.FromSeconds(90));
}
