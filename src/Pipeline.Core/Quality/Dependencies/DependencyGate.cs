using System.Collections.Immutable;

namespace Pipeline.Core.Quality.Dependencies;

/// <summary>Refuses packages with known vulnerabilities or licences that are not allowed, and lock files that are out of date.</summary>
public static class DependencyGate
{
    private const string Name = "dependencies";

    /// <summary>The result of the gate; vulnerabilities come first, the worst of them at the top.</summary>
    public static GateResult Check(DependencyReport report, DependencyPolicy policy)
    {
        ImmutableArray<string> reasons =
        [
            .. Vulnerabilities(report, policy),
            .. OutOfSync(report),
            .. Licenses(report, policy),
        ];
        var counted = $"{report.Licenses.Count} packages in {report.Projects.Length} projects";
        if (!reasons.IsEmpty)
            return new GateResult.Refused
            {
                Gate = Name,
                Summary = $"{counted}, {reasons.Length} {(reasons.Length == 1 ? "objection" : "objections")}",
                Reasons = reasons,
            };

        var audit = report.IsAudited
            ? $"no known vulnerability from {policy.RefusedFrom} up"
            : "vulnerabilities unknown, as no package source has audit data";
        return new GateResult.Passed
        {
            Gate = Name,
            Summary = $"{counted}: {audit}, licences allowed, lock files in sync",
        };
    }

    private static IEnumerable<string> Vulnerabilities(DependencyReport report, DependencyPolicy policy)
    {
        if (!report.IsAudited && policy.RequiresAudit)
            yield return "no package source has audit data (resource VulnerabilityInfo): add one as an audit source in nuget.config";

        var refused =
            from each in report.Projects
            from vulnerability in each.Project.Vulnerabilities
            where vulnerability.Severity >= policy.RefusedFrom
            group each.Project.Name by vulnerability into found
            orderby found.Key.Severity descending, found.Key.Package
            select $"{found.Key.Severity} in {found.Key.Package}: {found.Key.Advisory} ({string.Join(", ", found.Distinct().Order(StringComparer.Ordinal))})";
        foreach (var reason in refused)
            yield return reason;
    }

    private static IEnumerable<string> OutOfSync(DependencyReport report)
    {
        foreach (var (project, locked) in report.Projects)
        {
            if (locked is null)
            {
                yield return $"{project.Name} has no packages.lock.json: restore it with RestorePackagesWithLockFile and commit the file";
                continue;
            }

            var differing = project.Packages.SymmetricExcept(locked).Order(ById).ToList();
            if (differing.Count > 0)
                yield return $"{project.Name}: packages.lock.json differs from what was restored in {string.Join(", ", differing)}: "
                    + "restore with --force-evaluate and commit the file";
        }
    }

    private static IEnumerable<string> Licenses(DependencyReport report, DependencyPolicy policy)
    {
        foreach (var (package, license) in report.Licenses.OrderBy(each => each.Key, ById))
        {
            if (policy.ReviewedPackages.ContainsKey(package.Id) || Allows(policy, license))
                continue;
            yield return $"{package}: licence {license ?? "not stated as an SPDX expression"} is not allowed: allow it, or review the package";
        }
    }

    private static bool Allows(DependencyPolicy policy, string? license)
    {
        try
        {
            return license is not null && LicenseExpression.IsAllowed(license, policy.AllowedLicenses);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static Comparer<ResolvedPackage> ById { get; } =
        Comparer<ResolvedPackage>.Create(
            (left, right) => StringComparer.Ordinal.Compare(left.ToString(), right.ToString())
        );
}
