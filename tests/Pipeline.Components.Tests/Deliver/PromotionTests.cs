using Pipeline.Components.Deliver;
using Pipeline.Components.Evidence;
using Pipeline.Components.Package;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Evidence;
using Pipeline.Core.Quality;

namespace Pipeline.Components.Tests.Deliver;

public sealed class PromotionTests : IDisposable
{
    private static readonly ImageRecord Image = new(
        "localhost/user-service",
        $"sha256:{new string('a', 64)}",
        "1.2.3",
        "none"
    );
    private static readonly DeliveryEnvironment Development = Services.Good.Environments[0];
    private static readonly DeliveryEnvironment Staging = Services.Good.Environments[1];

    private readonly TemporaryFolder folder = new();
    private readonly EvidenceFolder evidence;

    public PromotionTests() => evidence = new EvidenceFolder(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_image_without_any_statement_is_refused_with_everything_that_is_missing()
    {
        var refusal = Assert.Throws<DeliveryException>(() => Promote(EvidencePolicy.Rehearsal).Demand(Staging, Image));

        Assert.Equal(ExitCode.PromotionRefused, refusal.ExitCode);
        foreach (var missing in new[] { "test result", "coverage", "vulnerability scan", "deployment to development" })
            Assert.Contains(missing, refusal.Message);
    }

    [Fact]
    public void A_rehearsal_lets_in_what_was_not_scanned()
    {
        StoreVerification(new ScanResult.NotRun("Trivy is not installed"));

        Promote(EvidencePolicy.Rehearsal).Demand(Development, Image);
    }

    [Fact]
    public void Any_other_policy_refuses_statements_that_nobody_signed()
    {
        StoreVerification(new ScanResult.Clean("Trivy 0.70.0"));

        var refusal = Assert.Throws<DeliveryException>(() =>
            Promote(EvidencePolicy.Strict()).Demand(Development, Image)
        );

        Assert.Contains("is signed by nobody", refusal.Message);
    }

    [Fact]
    public void What_was_attested_in_one_environment_opens_the_next_one()
    {
        StoreVerification(new ScanResult.Clean("Trivy 0.70.0"));
        var promotion = Promote(EvidencePolicy.Rehearsal);
        var revision = new Revision(Image.Digest, ConfigurationHash.Of(Development.Configuration));

        promotion.Attest(
            Development,
            Image,
            new DeliveryReport(revision, "user-service-development-1", "ready"),
            DateTimeOffset.UnixEpoch
        );

        promotion.Demand(Staging, Image);
    }

    private Promotion Promote(EvidencePolicy policy) => new(Services.Good, evidence, policy, Percent.Of(80));

    private void StoreVerification(ScanResult scan)
    {
        var at = DateTimeOffset.UnixEpoch;
        evidence.Store(
            "user-service",
            Image.Digest,
            "test-result",
            new EvidencePredicate.TestResult(3, 0, []) { At = at }
        );
        evidence.Store(
            "user-service",
            Image.Digest,
            "coverage",
            new EvidencePredicate.CoverageResult(9, 10) { At = at }
        );
        evidence.Store("user-service", Image.Digest, "scan", new EvidencePredicate.ScanReport(scan) { At = at });
    }
}
