using Pipeline.Core.Evidence;
using Pipeline.Core.Quality;
using static Pipeline.Core.Tests.Evidence.Statements;

namespace Pipeline.Core.Tests.Evidence;

public class PromotionPolicyTests
{
    private static readonly StatementSigner Developer = new StatementSigner.DevelopmentKey();
    private static readonly StatementSigner Release = new StatementSigner.Key("release-2026");

    private static readonly PromotionRequirements Rehearsal = new()
    {
        Digest = Digest,
        Environment = "production",
        Statements = RequiredStatement.Usual,
        VerifiedIn = ["development", "staging"],
        Policy = EvidencePolicy.Rehearsal,
        Now = Noon.AddHours(1),
    };

    private static readonly PromotionRequirements Strict = Rehearsal with
    {
        Policy = EvidencePolicy.Strict("release-2026"),
    };

    [Fact]
    public void Complete_evidence_is_allowed()
    {
        Assert.IsType<PromotionDecision.Allow>(PromotionPolicy.Decide(Reading(All(Developer)), Rehearsal));
        Assert.IsType<PromotionDecision.Allow>(PromotionPolicy.Decide(Reading(All(Release)), Strict));
    }

    [Fact]
    public void Without_any_statement_everything_is_missing()
    {
        Assert.Equal(
            [
                $"no provenance of {Digest} was found",
                $"no test result of {Digest} was found",
                $"no coverage of {Digest} was found",
                $"no bill of materials of {Digest} was found",
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
        var other = Tested().By(Developer, $"sha256:{new string('b', 64)}");

        Assert.Contains($"no test result of {Digest} was found", Missing([other], Rehearsal));
    }

    [Fact]
    public void A_scan_that_did_not_run_will_do_for_a_rehearsal_only()
    {
        var scan = Scan(new ScanResult.NotRun("Trivy is not installed"));

        Assert.IsType<PromotionDecision.Allow>(
            PromotionPolicy.Decide(Reading(AllWithScan(Developer, scan)), Rehearsal)
        );
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
            Missing(AllWithScan(Developer, scan), Rehearsal)
        );
    }

    [Theory]
    [MemberData(nameof(Untrusted))]
    public void The_strict_policy_counts_trusted_keys_only(StatementSigner signer, string name)
    {
        var missing = Missing(All(signer), Strict);

        Assert.Equal(9, missing.Length);
        Assert.Equal(
            $"the provenance of {Digest} is signed by {name}, which the strict policy does not trust",
            missing[0]
        );
    }

    public static TheoryData<StatementSigner, string> Untrusted =>
        new()
        {
            { new StatementSigner.Stranger("q83v"), "an unknown key (q83v)" },
            { new StatementSigner.DevelopmentKey(), "a development key" },
            { new StatementSigner.Key("another"), "key another" },
        };

    [Fact]
    public void The_latest_statement_counts()
    {
        Assert.Equal(["1 tests failed"], Missing(All(Developer, Tested(failed: 1, minute: 5)), Rehearsal));
        Assert.IsType<PromotionDecision.Allow>(
            PromotionPolicy.Decide(Reading(All(Developer, Tested(failed: 1, minute: -5))), Rehearsal)
        );
    }

    [Fact]
    public void Bad_results_are_named()
    {
        SignedStatement[] statements =
        [
            Built().By(Developer),
            Materials().By(Developer),
            Tested(failed: 2, passed: 0).By(Developer),
            Coverage(79).By(Developer),
            Scan(new ScanResult.Clean("Trivy")).By(Developer),
            Deployed("development").By(Developer),
            Deployed("staging").By(Developer),
            Verified("development").By(Developer),
            Verified("staging", passed: false).By(Developer),
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
                Reading(
                    All(Developer)
                        .Where(signed =>
                            signed.Statement.Predicate is not (EvidencePredicate.Deployed or EvidencePredicate.Verified)
                        )
                ),
                requirements
            )
        );
    }

    [Fact]
    public void What_is_damaged_is_refused_even_if_nothing_is_missing()
    {
        var evidence = Reading(All(Developer)) with { Damaged = ["statement sha256:ab is damaged"] };

        var refused = Assert.IsType<PromotionDecision.Refuse>(PromotionPolicy.Decide(evidence, Rehearsal));

        Assert.Equal(["statement sha256:ab is damaged"], refused.Missing.ToArray());
    }

    [Fact]
    public void A_scan_that_is_too_old_is_refused()
    {
        var later = Rehearsal with { Now = Noon.AddDays(8) };

        Assert.Equal(
            ["the vulnerability scan is 8 days old, production requires one of the last 7 days"],
            Missing(All(Developer), later)
        );
    }

    [Fact]
    public void A_statement_from_the_future_is_refused()
    {
        var earlier = Rehearsal with
        {
            Now = Noon.AddMinutes(-6),
            Statements = [new RequiredStatement.Tests()],
            VerifiedIn = [],
        };

        Assert.Equal(
            ["the test result is of 2026-11-21 12:00 UTC, which is yet to come"],
            Missing(All(Developer), earlier)
        );
    }

    [Fact]
    public void A_statement_can_be_demanded_of_one_key()
    {
        var demanding = Strict with
        {
            Policy = EvidencePolicy.Strict("release-2026", "security"),
            Statements = [new RequiredStatement.Scan { SignedBy = ["security"] }],
            VerifiedIn = [],
        };
        var scan = Scan(new ScanResult.Clean("Trivy"));

        Assert.Equal(
            [$"the vulnerability scan of {Digest} is signed by key release-2026, production requires key security"],
            Missing(AllWithScan(Release, scan), demanding)
        );
        Assert.IsType<PromotionDecision.Allow>(
            PromotionPolicy.Decide(Reading([scan.By(new StatementSigner.Key("security"))]), demanding)
        );
    }

    [Fact]
    public void An_image_of_another_builder_is_refused()
    {
        var demanding = Rehearsal with
        {
            Statements = [new RequiredStatement.Provenance("https://ci.example.org")],
            VerifiedIn = [],
        };

        Assert.Equal(
            ["built by https://pipeline.build/builders/workstation, production requires https://ci.example.org"],
            Missing(All(Developer), demanding)
        );
    }

    private static IEnumerable<SignedStatement> AllWithScan(StatementSigner signer, EvidencePredicate scan) =>
        All(signer)
            .Where(signed => signed.Statement.Predicate is not EvidencePredicate.ScanReport)
            .Append(scan.By(signer));

    private static string[] Missing(IEnumerable<SignedStatement> statements, PromotionRequirements requirements) =>
        [.. Assert.IsType<PromotionDecision.Refuse>(PromotionPolicy.Decide(Reading(statements), requirements)).Missing];

    private static EvidenceReading Reading(IEnumerable<SignedStatement> statements) => new([.. statements], []);
}
