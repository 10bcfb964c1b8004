using Nuke.Common.Tooling;
using Pipeline.Components.Scanning.Trivy;

namespace Pipeline.Components.Tests.Scanning.Trivy;

public sealed class TrivyTasksTests : IDisposable
{
    private readonly ReplayedTrivy trivy = new(report: null, exitCode: 0);

    public void Dispose() => trivy.Dispose();

    [Fact]
    public void An_image_is_scanned_with_all_that_there_is_to_set()
    {
        TrivyTasks.TrivyImage(o =>
            o.SetProcessToolPath(trivy.Executable)
                .SetInput("/layouts/my image")
                .SetFormat(TrivyFormat.Json)
                .SetScanners("vuln", "secret", "misconfig", "license")
                .SetImageConfigScanners("misconfig", "secret")
                .SetVex("vex file.json")
                .SetIgnoreFile("ignore.yaml")
                .EnableShowSuppressed()
        );

        Assert.Equal(
            [
                "image",
                "--input",
                "/layouts/my image",
                "--format",
                "json",
                "--scanners",
                "vuln,secret,misconfig,license",
                "--image-config-scanners",
                "misconfig,secret",
                "--vex",
                "vex file.json",
                "--ignorefile",
                "ignore.yaml",
                "--show-suppressed",
            ],
            trivy.Arguments
        );
    }

    [Fact]
    public void A_folder_is_the_last_argument_of_a_check_of_configurations()
    {
        TrivyTasks.TrivyConfig(o =>
            o.SetProcessToolPath(trivy.Executable)
                .SetPath("my manifests")
                .SetFormat(TrivyFormat.Sarif)
                .SetSeverity("HIGH", "CRITICAL")
                .SetTimeout(TimeSpan.FromSeconds(1.5))
                .EnableSkipCheckUpdate()
                .EnableSkipVersionCheck()
                .EnableDisableTelemetry()
        );

        Assert.Equal(
            [
                "config",
                "--format",
                "sarif",
                "--severity",
                "HIGH,CRITICAL",
                "--timeout",
                "1.5s",
                "--skip-check-update",
                "--skip-version-check",
                "--disable-telemetry",
                "my manifests",
            ],
            trivy.Arguments
        );
    }

    [Fact]
    public void A_folder_is_the_last_argument_of_a_search_for_secrets()
    {
        TrivyTasks.TrivyFs(o =>
            o.SetProcessToolPath(trivy.Executable).SetPath(".").SetScanners("secret").SetOutput("out.json")
        );

        Assert.Equal(["fs", "--scanners", "secret", "--output", "out.json", "."], trivy.Arguments);
    }

    [Fact]
    public void A_report_is_converted_without_another_scan()
    {
        TrivyTasks.TrivyConvert(o =>
            o.SetProcessToolPath(trivy.Executable)
                .SetReport("trivy.json")
                .SetFormat(TrivyFormat.CycloneDx)
                .SetOutput("sbom.json")
        );

        Assert.Equal(["convert", "--format", "cyclonedx", "--output", "sbom.json", "trivy.json"], trivy.Arguments);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(1, false)]
    [InlineData(137, false)]
    public void Only_the_exit_code_for_findings_is_no_failure(int exitCode, bool isResult)
    {
        using var failing = new ReplayedTrivy(report: null, exitCode);

        var problem = Record.Exception(() =>
            TrivyTasks.TrivyConfig(o => o.SetProcessToolPath(failing.Executable).SetPath(".").SetExitCode(10))
        );

        Assert.Equal(isResult ? null : exitCode, (problem as ProcessException)?.ExitCode);
    }
}
