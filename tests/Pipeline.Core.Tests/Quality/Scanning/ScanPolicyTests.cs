using Pipeline.Core.Quality;
using Pipeline.Core.Quality.Scanning;

namespace Pipeline.Core.Tests.Quality.Scanning;

public class ScanPolicyTests
{
    private static readonly ScanFinding FixableHigh = new("CVE-1", "HIGH", "zlib 1.3", "1.4");
    private static readonly ScanFinding UnfixedHigh = new("CVE-2", "HIGH", "glibc 2.4", null);
    private static readonly ScanFinding UnfixedCritical = new("CVE-3", "CRITICAL", "openssl 3.0", null);
    private static readonly ScanFinding Key = new("private-key", "HIGH", "key.pem", null, FindingKind.Secret);
    private static readonly ScanFinding Medium = new("CVE-4", "MEDIUM", "curl 8", "9");

    [Fact]
    public void By_default_nothing_critical_and_nothing_high_with_a_fix_is_accepted_worst_first()
    {
        Assert.Equal(
            [UnfixedCritical, FixableHigh, Key],
            ScanPolicy.Default.Forbidden([Medium, FixableHigh, UnfixedHigh, Key, UnfixedCritical])
        );
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(1, 2)]
    public void More_than_the_maximum_is_forbidden(int maximum, int forbidden)
    {
        var policy = new ScanPolicy { Limits = [new SeverityLimit("HIGH", maximum)] };

        Assert.Equal(forbidden, policy.Forbidden([FixableHigh, UnfixedHigh]).Count());
    }

    [Fact]
    public void All_problems_of_a_policy_are_told_at_once()
    {
        var policy = new ScanPolicy
        {
            Limits = [new("HIHG", 0), new("LOW", -1), new("LOW", 2)],
            MaximumDatabaseAge = TimeSpan.Zero,
        };

        Assert.Equal(4, policy.Problems().Count());
        Assert.Empty(ScanPolicy.Default.Problems());
    }

    [Fact]
    public void What_is_ignored_for_a_time_is_not_judged()
    {
        var report = new TrivyReport { Findings = [UnfixedCritical, FixableHigh] };
        var ignored = IgnoreList.Parse(
            """[{ "id": "CVE-3", "reason": "not reachable", "expires": "2026-12-31", "package": "openssl" }]""",
            "scan-ignore.json"
        );

        var result = ScanGate.Judge("Trivy 0.70.0", [report], ScanPolicy.Default, ignored);

        Assert.Equal([FixableHigh], Assert.IsType<ScanResult.Findings>(result).Found.AsEnumerable());
    }

    [Fact]
    public void A_refusal_names_severity_package_both_versions_and_origin()
    {
        var finding = new ScanFinding(
            "CVE-1",
            "HIGH",
            "zlib 1.3",
            "1.4",
            FindingKind.Vulnerability,
            "app/App.deps.json"
        );

        Assert.Equal("HIGH CVE-1 in zlib 1.3, fixed in 1.4 (from app/App.deps.json)", finding.ToString());
        Assert.Equal("HIGH CVE-2 in glibc 2.4, no fix yet", UnfixedHigh.ToString());
    }
}
