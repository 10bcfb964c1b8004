using Pipeline.Core.Quality;

namespace Pipeline.Core.Tests.Quality;

public class TrivyReportTests
{
    [Fact]
    public void Findings_of_all_kinds_are_read_worst_first()
    {
        const string Json = """
            {
              "SchemaVersion": 2,
              "Trivy": { "Version": "0.70.0" },
              "Results": [
                {
                  "Target": "debian 13",
                  "Class": "os-pkgs",
                  "Vulnerabilities": [
                    { "VulnerabilityID": "CVE-1", "PkgName": "zlib", "InstalledVersion": "1.3", "Severity": "LOW" },
                    { "VulnerabilityID": "CVE-2", "PkgName": "openssl", "InstalledVersion": "3.0", "FixedVersion": "3.1", "Severity": "CRITICAL" }
                  ]
                },
                { "Target": "/app/key.pem", "Class": "secret", "Secrets": [ { "RuleID": "private-key", "Severity": "HIGH", "StartLine": 3 } ] },
                {
                  "Target": "Dockerfile",
                  "Misconfigurations": [
                    { "ID": "DS002", "Severity": "HIGH", "Status": "FAIL", "CauseMetadata": { "StartLine": 7 } },
                    { "ID": "DS003", "Severity": "HIGH", "Status": "PASS" }
                  ]
                },
                {
                  "Target": "OS Packages",
                  "Class": "license",
                  "Licenses": [ { "Severity": "LOW", "PkgName": "readline", "Name": "GPL-3.0" } ]
                },
                {
                  "Target": "app/App.deps.json",
                  "Class": "lang-pkgs",
                  "ExperimentalModifiedFindings": [ { "Type": "vulnerability", "Status": "not_affected", "Finding": { "VulnerabilityID": "CVE-9" } } ]
                }
              ]
            }
            """;

        var report = TrivyReport.Parse(Json);

        Assert.Equal(
            [
                new ScanFinding("CVE-2", "CRITICAL", "openssl 3.0", "3.1", FindingKind.Vulnerability, "debian 13"),
                new ScanFinding("private-key", "HIGH", "/app/key.pem:3", null, FindingKind.Secret, "/app/key.pem"),
                new ScanFinding("DS002", "HIGH", "Dockerfile:7", null, FindingKind.Misconfiguration, "Dockerfile"),
                new ScanFinding("CVE-1", "LOW", "zlib 1.3", null, FindingKind.Vulnerability, "debian 13"),
                new ScanFinding("GPL-3.0", "LOW", "readline", null, FindingKind.License, "OS Packages"),
            ],
            report.Findings.AsEnumerable()
        );
        Assert.Equal([new("CRITICAL", 1), new("HIGH", 2), new("LOW", 2)], report.Counts);
    }

    [Theory]
    [InlineData("""{ "SchemaVersion": 2 }""")]
    [InlineData("""{ "SchemaVersion": 2, "Results": null }""")]
    [InlineData("""{ "SchemaVersion": 2, "Results": [ { "Target": "a" }, { "Vulnerabilities": null } ] }""")]
    public void A_clean_report_may_lack_nearly_everything(string json)
    {
        Assert.Empty(TrivyReport.Parse(json).Findings);
    }

    [Fact]
    public void A_finding_with_unknown_or_missing_fields_still_counts()
    {
        const string Json = """
            { "SchemaVersion": 2, "Results": [ { "Vulnerabilities": [ {}, { "Severity": "APOCALYPTIC", "FixedVersion": "" } ] } ] }
            """;

        Assert.Equal(
            [new ScanFinding("UNKNOWN", "UNKNOWN", "", null), new ScanFinding("UNKNOWN", "UNKNOWN", "", null)],
            TrivyReport.Parse(Json).Findings.AsEnumerable()
        );
    }

    [Theory]
    [InlineData("{}", "found none")]
    [InlineData("""{ "SchemaVersion": 3 }""", "found 3")]
    [InlineData("""{ "SchemaVersion": "2" }""", "found \"2\"")]
    [InlineData("[]", "expected a Trivy report, found Array")]
    [InlineData("not json", "expected a Trivy report in JSON")]
    public void A_report_of_another_form_is_refused(string json, string message)
    {
        var exception = Assert.Throws<FormatException>(() => TrivyReport.Parse(json));

        Assert.Contains(message, exception.Message);
    }
}
