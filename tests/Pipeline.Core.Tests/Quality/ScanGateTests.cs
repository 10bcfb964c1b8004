using Pipeline.Core.Quality;

namespace Pipeline.Core.Tests.Quality;

public sealed class ScanGateTests
{
    [Fact]
    public void A_finding_refuses_the_image_and_names_package_and_remedy()
    {
        var scan = new ScanResult.Findings(
            "Trivy 0.70.0",
            [new ScanFinding("CVE-2026-1", "CRITICAL", "openssl 3.0", "3.0.1")]
        );

        var refusal = Assert.IsType<GateResult.Refused>(ScanGate.Check(scan));

        Assert.Equal("CRITICAL CVE-2026-1 in openssl 3.0, fixed in 3.0.1", Assert.Single(refusal.Reasons));
    }

    [Fact]
    public void A_scan_that_did_not_run_passes_this_gate_and_says_so()
    {
        var result = ScanGate.Check(new ScanResult.NotRun("Trivy is not installed"));

        Assert.IsType<GateResult.Passed>(result);
        Assert.Equal("not run: Trivy is not installed", result.Summary);
    }
}
