using System.Collections.Immutable;
using Pipeline.Core.Quality;
using Pipeline.Core.Quality.Dependencies;

namespace Pipeline.Core.Tests.Quality.Dependencies;

public class DependencyGateTests
{
    private static readonly ResolvedPackage Json = new("Text.Json", "8.0.0");

    private static readonly DependencyPolicy Policy = new() { AllowedLicenses = ["MIT"] };

    private static readonly DependencyReport Good = new()
    {
        Projects = [(Project("Users"), [Json])],
        Licenses = ImmutableDictionary<ResolvedPackage, string?>.Empty.Add(Json, "MIT"),
        IsAudited = true,
    };

    [Fact]
    public void Locked_packages_without_vulnerabilities_and_with_an_allowed_licence_pass()
    {
        var result = DependencyGate.Check(Good, Policy);

        Assert.IsType<GateResult.Passed>(result);
        Assert.Equal(
            "1 packages in 1 projects: no known vulnerability from Moderate up, licences allowed, lock files in sync",
            result.Summary
        );
    }

    [Fact]
    public void Vulnerabilities_are_named_once_worst_first_with_the_projects_that_have_them()
    {
        var bad = Project("Users") with
        {
            Vulnerabilities =
            [
                Found("A 1", VulnerabilitySeverity.Moderate),
                Found("B 1", VulnerabilitySeverity.Critical),
            ],
        };
        var report = Good with { Projects = [(bad, [Json]), (bad with { Name = "Api" }, [Json])] };

        Assert.Equal(
            [
                "Critical in B 1: https://advisory.example/B 1 (Api, Users)",
                "Moderate in A 1: https://advisory.example/A 1 (Api, Users)",
            ],
            Reasons(report)
        );
    }

    [Fact]
    public void A_vulnerability_below_the_limit_passes()
    {
        var low = Project("Users") with { Vulnerabilities = [Found("A 1", VulnerabilitySeverity.Low)] };

        Assert.IsType<GateResult.Passed>(DependencyGate.Check(Good with { Projects = [(low, [Json])] }, Policy));
    }

    [Fact]
    public void Without_audit_data_nothing_is_known()
    {
        var blind = Good with { IsAudited = false };

        Assert.StartsWith("no package source has audit data", Assert.Single(Reasons(blind)));
        Assert.Contains(
            "vulnerabilities unknown",
            DependencyGate.Check(blind, Policy with { RequiresAudit = false }).Summary
        );
    }

    [Fact]
    public void A_lock_file_that_is_missing_or_differs_is_named()
    {
        var report = Good with { Projects = [(Project("Users"), null), (Project("Api"), [new("Text.Json", "7.0.0")])] };

        var reasons = Reasons(report);

        Assert.StartsWith("Users has no packages.lock.json", reasons[0]);
        Assert.StartsWith(
            "Api: packages.lock.json differs from what was restored in Text.Json 7.0.0, Text.Json 8.0.0",
            reasons[1]
        );
    }

    [Theory]
    [InlineData("GPL-3.0-only", "licence GPL-3.0-only is not allowed")]
    [InlineData("MIT OR", "licence MIT OR is not allowed")]
    [InlineData(null, "licence not stated as an SPDX expression is not allowed")]
    public void A_licence_that_is_not_allowed_is_named_unless_a_person_has_read_it(string? license, string reason)
    {
        var report = Good with { Licenses = Good.Licenses.SetItem(Json, license) };
        var reviewed = Policy with { ReviewedPackages = Policy.ReviewedPackages.Add("Text.Json", "read") };

        Assert.StartsWith($"Text.Json 8.0.0: {reason}", Assert.Single(Reasons(report)));
        Assert.IsType<GateResult.Passed>(DependencyGate.Check(report, reviewed));
    }

    private static string[] Reasons(DependencyReport report) =>
        [.. Assert.IsType<GateResult.Refused>(DependencyGate.Check(report, Policy)).Reasons];

    private static KnownVulnerability Found(string package, VulnerabilitySeverity severity) =>
        new(package, severity, $"https://advisory.example/{package}");

    private static RestoredProject Project(string name) =>
        new()
        {
            Name = name,
            PackagesPath = "/packages",
            LockFilePath = "/packages.lock.json",
            IsAudited = true,
            Packages = [Json],
            Sources = [],
            Vulnerabilities = [],
        };
}
