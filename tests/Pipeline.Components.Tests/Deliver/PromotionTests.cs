using System.Security.Cryptography;
using Pipeline.Components.Deliver;
using Pipeline.Components.Evidence;
using Pipeline.Components.Package;
using Pipeline.Components.Tests.Package;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Signing;
using Pipeline.Core.Quality;
using Pipeline.Images.Registries;
using Pipeline.Images.Statements;
using Pipeline.Kubernetes.Tests;

namespace Pipeline.Components.Tests.Deliver;

[Collection(nameof(LogCollection))]
public sealed class PromotionTests : IAsyncLifetime, IDisposable
{
    private static readonly VersionRecord Version = new("1.2.3", new string('c', 40), DateTimeOffset.UnixEpoch);
    private static readonly DeliveryEnvironment Development = Services.Good.Environments[0];
    private static readonly DeliveryEnvironment Staging = Services.Good.Environments[1];

    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();
    private readonly ECDsa release = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private LayoutRegistry registry = null!;
    private ImageRecord image = null!;

    private TrustedKey Trusted => new("release", release.ExportSubjectPublicKeyInfoPem());

    public async Task InitializeAsync()
    {
        registry = await LayoutRegistry.OpenAsync(Path.Combine(folder.Path, "registry"));
        image = await BuiltImages.PutAsync(folder, registry, Version);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        release.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task An_image_without_any_statement_is_refused_with_everything_that_is_missing()
    {
        var refusal = await RefusalAsync(Promote(EvidencePolicy.Rehearsal), Staging);

        Assert.Equal(ExitCode.PromotionRefused, refusal.ExitCode);
        foreach (
            var missing in new[]
            {
                "provenance",
                "test result",
                "coverage",
                "bill of materials",
                "vulnerability scan",
                "deployment to development",
            }
        )
            Assert.Contains(missing, refusal.Message);
    }

    [Fact]
    public async Task A_rehearsal_lets_in_what_was_not_scanned_and_a_development_key_signed()
    {
        await StateAsync(new ScanResult.NotRun("Trivy is not installed"));

        await Promote(EvidencePolicy.Rehearsal).DemandAsync(Development, image, default);
    }

    [Fact]
    public async Task Any_other_policy_refuses_what_a_development_key_signed()
    {
        await StateAsync(new ScanResult.Clean("Trivy 0.70.0"));

        var refusal = await RefusalAsync(Promote(EvidencePolicy.Strict("release")), Development);

        Assert.Contains("is signed by a development key, which the strict policy does not trust", refusal.Message);
    }

    [Fact]
    public async Task A_trusted_key_opens_an_environment_of_a_real_cluster()
    {
        using var key = SigningKey.FromPem(release.ExportPkcs8PrivateKeyPem(), "SIGNING_KEY");
        await StateAsync(new ScanResult.Clean("Trivy 0.70.0"), key);

        await Promote(EvidencePolicy.Strict("release")).DemandAsync(Development, image, default);
    }

    [Fact]
    public async Task What_was_attested_in_one_environment_opens_the_next_one_and_moves_the_tag()
    {
        await StateAsync(new ScanResult.Clean("Trivy 0.70.0"));
        var promotion = Promote(EvidencePolicy.Rehearsal);
        var revision = new Revision(image.Digest, ConfigurationHash.Of(Development.Configuration));

        await promotion.AttestAsync(
            Development,
            image,
            new DeliveryReport(revision, "user-service-development-1", "ready"),
            default
        );

        await promotion.DemandAsync(Staging, image, default);
        Assert.Equal(image.Digest, $"{(await registry.FindManifestAsync("development"))!.Digest}");
    }

    [Fact]
    public async Task An_image_is_promoted_to_another_registry_with_all_that_was_stated_about_it()
    {
        await StateAsync(new ScanResult.Clean("Trivy 0.70.0"));
        var target = await LayoutRegistry.OpenAsync(Path.Combine(folder.Path, "live"));
        var keys = EvidenceKeys.Of(null, new DevelopmentKeyFile(Path.Combine(folder.Path, "keys")), [Trusted]);
        var promotion = new ImagePromotion(Services.Good, keys, EvidencePolicy.Rehearsal, clock);

        var sent = await promotion.RunAsync(Development, image, registry, target, default);
        var again = await promotion.RunAsync(Development, image, registry, target, default);

        Assert.Equal((5, 0, 0), (sent.ReferrersSent, again.ReferrersSent, again.BlobsSent));
        Assert.Equal(["1.2.3", "development"], await target.TagsAsync());
    }

    [Fact]
    public async Task An_image_that_lacks_evidence_is_not_copied()
    {
        var target = await LayoutRegistry.OpenAsync(Path.Combine(folder.Path, "live"));
        var keys = EvidenceKeys.Of(null, new DevelopmentKeyFile(Path.Combine(folder.Path, "keys")), [Trusted]);
        var promotion = new ImagePromotion(Services.Good, keys, EvidencePolicy.Rehearsal, clock);

        await Assert.ThrowsAsync<DeliveryException>(() =>
            promotion.RunAsync(Development, image, registry, target, default)
        );

        Assert.Empty(await target.TagsAsync());
    }

    private static async Task<DeliveryException> RefusalAsync(
        Promotion promotion,
        DeliveryEnvironment environment,
        ImageRecord of
    ) => await Assert.ThrowsAsync<DeliveryException>(() => promotion.DemandAsync(environment, of, default));

    private Task<DeliveryException> RefusalAsync(Promotion promotion, DeliveryEnvironment environment) =>
        RefusalAsync(promotion, environment, image);

    private Promotion Promote(EvidencePolicy policy) => new(Services.Good, Evidence(given: null), policy, clock);

    private ImageEvidence Evidence(SigningKey? given)
    {
        var development = new DevelopmentKeyFile(Path.Combine(folder.Path, "keys"));
        return new ImageEvidence(registry, EvidenceKeys.Of(given, development, [Trusted]));
    }

    private Task<int> StateAsync(ScanResult scan, SigningKey? key = null)
    {
        var at = clock.GetUtcNow();
        return Evidence(key)
            .StateAsync(
                "user-service",
                image.Digest,
                [
                    ImageProvenance.Of(Services.Good, Version, image, repository: null, at, at),
                    new EvidencePredicate.BillOfMaterials(
                        """{"bomFormat":"CycloneDX","metadata":{"timestamp":"1970-01-01T00:00:00+00:00"}}"""
                    ),
                    new EvidencePredicate.TestResult(3, 0, []) { At = at },
                    new EvidencePredicate.CoverageResult(9, 10) { At = at },
                    new EvidencePredicate.ScanReport(scan) { At = at },
                ],
                default
            );
    }
}
