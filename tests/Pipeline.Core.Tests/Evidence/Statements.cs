using System.Collections.Immutable;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Provenance;
using Pipeline.Core.Quality;

namespace Pipeline.Core.Tests.Evidence;

/// <summary>Everything that is stated about a good image on its way to production.</summary>
internal static class Statements
{
    public static readonly string Digest = $"sha256:{new string('a', 64)}";

    public static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static EvidencePredicate Built(string builder = BuildPlatform.Workstation) =>
        new EvidencePredicate.BuiltFrom(
            new BuildDefinition
            {
                BuildType = BuildDefinition.DotNetImage,
                ExternalParameters = Pairs("version", "1.2.3"),
                ResolvedDependencies =
                [
                    new BuildMaterial("git+https://example.org/users.git", Pairs("gitCommit", new string('c', 40))),
                ],
            },
            new BuildRun(
                new BuildPlatform(builder, Pairs("pipeline", "1.0.0")),
                new BuildTimes(InvocationId: null, StartedOn: Noon.AddMinutes(-1), FinishedOn: Noon)
            )
        );

    public static EvidencePredicate Materials() =>
        new EvidencePredicate.BillOfMaterials(
            """{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"timestamp":"2026-11-21T12:00:00+00:00"},"components":[]}"""
        );

    public static EvidencePredicate Tested(int failed = 0, int passed = 10, int minute = 0) =>
        new EvidencePredicate.TestResult(passed, failed, []) { At = Noon.AddMinutes(minute) };

    public static EvidencePredicate Coverage(int covered = 90) =>
        new EvidencePredicate.CoverageResult(covered, 100) { At = Noon };

    public static EvidencePredicate Scan(ScanResult result) => new EvidencePredicate.ScanReport(result) { At = Noon };

    public static EvidencePredicate Deployed(string environment) =>
        new EvidencePredicate.Deployed(environment, $"user-service-{environment}-1", $"{Digest}+cafe") { At = Noon };

    public static EvidencePredicate Verified(string environment, bool passed = true) =>
        new EvidencePredicate.Verified(
            environment,
            $"user-service-{environment}-1",
            passed,
            passed ? "smoke check passed" : "smoke check got 503"
        )
        {
            At = Noon,
        };

    public static SignedStatement By(this EvidencePredicate predicate, StatementSigner signer, string? digest = null) =>
        new(EvidenceStatement.About(EvidenceSubject.Image("user-service", digest ?? Digest), predicate), signer);

    public static SignedStatement[] All(StatementSigner signer, params EvidencePredicate[] others) =>
        [
            .. new[]
            {
                Built(),
                Materials(),
                Tested(),
                Coverage(),
                Scan(new ScanResult.Clean("Trivy 0.69.3")),
                Deployed("development"),
                Deployed("staging"),
                Verified("development"),
                Verified("staging"),
            }
                .Concat(others)
                .Select(predicate => predicate.By(signer)),
        ];

    private static ImmutableSortedDictionary<string, string> Pairs(string key, string value) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(key, value);
}
