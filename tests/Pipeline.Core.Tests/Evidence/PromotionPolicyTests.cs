using Pipeline.Core.Evidence;
using Pipeline.Core.Quality;
using static Pipeline.Core.Tests.Evidence.Statements;

namespace Pipeline.Core.Tests.Evidence;

public class PromotionPolicyTests
{
    private static readonly StatementSigner Nobody = new StatementSigner.Nobody();
    private static readonly StatementSigner Release = new StatementSigner.Key("release-2026");

    private static readonly PromotionRequirements Rehearsal = new()
    {
        Digest = Digest,
        Environment = "production",
        VerifiedIn = ["development", "staging"],
        Coverage = Percent.Of(80),
        Policy = EvidencePolicy.Rehearsal,
    };

    private static readonly PromotionRequirements Strict = Rehearsal with
    {
        Policy = EvidencePolicy.Strict("release-2026"),
    };

    [Fact]
    public void Complete_evidence_is_allowed()
    {
        Assert.IsType<PromotionDecision.Allow>(PromotionPolicy.Decide(All(Nobody), Rehearsal));
        Assert.IsType<PromotionDecision.Allow>(PromotionPolicy.Decide(All(Release), Strict));
    }

    [Fact]
    public void Without_any_statement_everything_is_missing()
    {
        Assert.Equal(
            [
                $"no test result of {Digest} was found",
                $"no coverage of {Digest} was found",
                $"no vulnerability scan of {Digest} was found",
                $"no deployment to development of {Digest} was found",
                $"no verification in development of {Digest} was found",
                $"no deployment to staging of {Digest} was found",
                $"no verification in staging of {Digest} was found",
            ],
            Missing([], Rehearsal)
        );
    }

    [Fact]
    public void Statements_about_another_image_do_not_count()
    {
        var other = Tested().By(Nobody, $"sha256:{new string('b', 64)}");

        Assert.Contains($"no test result of {Digest} was found", Missing([other], Rehearsal));
    }

    [Fact]
    public void A_scan_that_did_not_run_will_do_for_a_rehearsal_only()
    {
        var scan = Scan(new ScanResult.NotRun("Trivy is not installed"));

        Assert.IsType<PromotionDecision.Allow>(PromotionPolicy.Decide(AllWithScan(Nobody, scan), Rehearsal));
        Assert.Equal(
            ["vulnerability scan: not run: Trivy is not installed"],
            Missing(AllWithScan(Release, scan), Strict)
        );
    }

    [Fact]
    public void A_scan_with_findings_is_refused_everywhere()
    {
        var scan = Scan(new ScanResult.Findings("Trivy", [new("CVE-2026-1", "CRITICAL", "zlib 1.2", null)]));

        Assert.Equal(
            ["vulnerability scan: Trivy found 1: CVE-2026-1 (CRITICAL) in zlib 1.2"],
            Missing(AllWithScan(Nobody, scan), Rehearsal)
        );
    }

    [Theory]
    [MemberData(nameof(Untrusted))]
    public void The_strict_policy_counts_trusted_keys_only(StatementSigner signer, string name)
    {
        var missing = Missing(All(signer), Strict);

        Assert.Equal(7, missing.Length);
        Assert.Equal(
            $"the test result of {Digest} is signed by {name}, which the strict policy does not trust",
            missing[0]
        );
    }

    public static TheoryData<StatementSigner, string> Untrusted =>
        new()
        {
            { new StatementSigner.Nobody(), "nobody" },
            { new StatementSigner.DevelopmentKey(), "a development key" },
            { new StatementSigner.Key("stranger"), "key stranger" },
        };

    [Fact]
    public void The_latest_statement_counts()
    {
        Assert.Equal(["1 tests failed"], Missing(All(Nobody, Tested(failed: 1, minute: 5)), Rehearsal));
        Assert.IsType<PromotionDecision.Allow>(
            PromotionPolicy.Decide(All(Nobody, Tested(failed: 1, minute: -5)), Rehearsal)
        );
    }

    [Fact]
    public void Bad_results_are_named()
    {
        SignedStatement[] statements =
        [
            Tested(failed: 2, passed: 0).By(Nobody),
            Coverage(79).By(Nobody),
            Scan(new ScanResult.Clean("Trivy")).By(Nobody),
            Deployed("development").By(Nobody),
            Deployed("staging").By(Nobody),
            Verified("development").By(Nobody),
            Verified("staging", passed: false).By(Nobody),
        ];

        Assert.Equal(
            [
                "2 tests failed",
                "no test passed",
                "line coverage is 79 %, production requires 80 %",
                "verification in staging: smoke check got 503",
            ],
            Missing(statements, Rehearsal)
        );
    }

    [Fact]
    public void The_first_environment_needs_no_verification()
    {
        var requirements = Rehearsal with { Environment = "development", VerifiedIn = [] };

        Assert.IsType<PromotionDecision.Allow>(
            PromotionPolicy.Decide(
                [Tested().By(Nobody), Coverage().By(Nobody), Scan(new ScanResult.Clean("Trivy")).By(Nobody)],
                requirements
            )
        );
    }

    private static IEnumerable<SignedStatement> AllWithScan(StatementSigner signer, EvidencePredicate scan) =>
        All(signer)
            .Where(signed => signed.Statement.Predicate is not EvidencePredicate.ScanReport)
            .Append(scan.By(signer));

    private static string[] Missing(IEnumerable<SignedStatement> statements, PromotionRequirements requirements) =>
        [.. Assert.IsType<PromotionDecision.Refuse>(PromotionPolicy.Decide(statements, requirements)).Missing];
}
