using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Signing;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;
using Pipeline.Images.Registries;
using Pipeline.Images.Statements;
using Pipeline.Images.Tests.Registries;

namespace Pipeline.Images.Tests.Statements;

public sealed class StatementStoreTests : IAsyncLifetime, IDisposable
{
    static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    readonly ScratchDirectory _scratch = new();
    readonly SigningKey _key = SigningKey.Generate();
    LayoutRegistry _registry = null!;
    StatementStore _store = null!;
    Descriptor _image = null!;

    public async Task InitializeAsync()
    {
        _registry = await LayoutRegistry.OpenAsync(_scratch["registry"]);
        _store = new StatementStore(_registry, new BundleReader([_key.ToVerify("release")]));
        _image = await ImageFixture.PutImageAsync(_registry, "users");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _key.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task Statements_come_back_with_their_signer()
    {
        await AttachAsync(Tests(passed: 3), new EvidencePredicate.CoverageResult(9, 10) { At = Noon });

        var read = await _store.ReadAsync(_image.Digest);

        Assert.Empty(read.Damaged);
        Assert.Equal(2, read.Statements.Length);
        Assert.All(read.Statements, statement => Assert.True(statement.Statement.Subjects[0].Is($"{_image.Digest}")));
        Assert.All(read.Statements, statement => Assert.IsType<StatementSigner.DevelopmentKey>(statement.Signer));
    }

    [Fact]
    public async Task A_statement_is_stored_as_cosign_stores_it()
    {
        await AttachAsync(Tests(passed: 3));

        var referrer = Assert.Single(await _registry.ReferrersAsync(_image.Digest));
        var manifest = JsonNode.Parse((await _registry.FindManifestAsync($"{referrer.Digest}"))!.Content.Span)!;
        var layer = manifest["layers"]![0]!;
        Assert.Equal(SigstoreBundle.BundleType, referrer.ArtifactType);
        Assert.Equal(SigstoreBundle.BundleType, (string?)layer["mediaType"]);
        Assert.Equal(
            $"sha256-{((string)layer["digest"]!)[7..]}.sigstore.json",
            (string?)layer["annotations"]!["org.opencontainers.image.title"]
        );
        Assert.Equal(MediaTypes.Empty, (string?)manifest["config"]!["mediaType"]);
        Assert.Equal($"{_image.Digest}", (string?)manifest["subject"]!["digest"]);
        Assert.Equal("dsse-envelope", referrer.Annotations!["dev.sigstore.bundle.content"]);
        Assert.Equal(
            "https://pipeline.build/attestation/test-result/v1",
            referrer.Annotations["dev.sigstore.bundle.predicateType"]
        );
        Assert.Equal("2026-11-21T12:00:00Z", referrer.Annotations["org.opencontainers.image.created"]);
    }

    [Fact]
    public async Task What_was_said_within_the_hour_is_not_said_again()
    {
        await AttachAsync(Tests(passed: 3));

        Assert.Equal(0, await AttachAsync(Tests(passed: 3) with { At = Noon.AddMinutes(59) }));
        Assert.Equal(1, await AttachAsync(Tests(passed: 3) with { At = Noon.AddMinutes(61) }));
        Assert.Equal(1, await AttachAsync(Tests(passed: 4)));
    }

    [Fact]
    public async Task What_somebody_else_said_does_not_count_as_said()
    {
        await AttachAsync(Tests(passed: 3));
        using var other = SigningKey.Generate();

        var stored = await _store.AttachAsync(Subject(), _image.Digest, [Tests(passed: 3)], other);

        Assert.Equal(1, stored);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Whichever_byte_of_whichever_file_is_changed_it_is_noticed()
    {
        await AttachAsync(Tests(passed: 3));
        var layout = OciLayout.Open(_scratch["registry"]);
        var referrer = Assert.Single(await _registry.ReferrersAsync(_image.Digest));
        var layer = (await layout.ReadManifestAsync(referrer.Digest)).Layers[0].Digest;

        foreach (var path in new[] { layout.PathOf(referrer.Digest), layout.PathOf(layer) })
        {
            var original = await File.ReadAllBytesAsync(path);
            for (var position = 0; position < original.Length; position++)
            {
                var changed = original.ToArray();
                changed[position] ^= 1;
                await File.WriteAllBytesAsync(path, changed);

                Assert.Single((await _store.ReadAsync(_image.Digest)).Damaged);
            }

            await File.WriteAllBytesAsync(path, original);
        }
    }

    [Fact]
    public async Task A_statement_about_an_image_that_is_not_there_is_refused()
    {
        var refused = await Assert.ThrowsAsync<RegistryException>(() =>
            _store.AttachAsync(Subject(), Digest.Of([]), [Tests(passed: 3)], _key)
        );

        Assert.EndsWith($"has no image {Digest.Of([])}. Push it first.", refused.Message);
    }

    [Fact]
    public async Task Referrers_of_other_kinds_are_passed_over()
    {
        await ImageFixture.PutReferrerAsync(_registry, _image, "something");

        var read = await _store.ReadAsync(_image.Digest);

        Assert.Equal((0, 0), (read.Statements.Length, read.Damaged.Length));
    }

    [SkippableFact]
    [Trait("Category", "Slow")]
    public async Task The_reference_implementation_of_Sigstore_verifies_a_bundle()
    {
        var bundle = await WriteBundleAsync();

        var (exitCode, output) = await Conformance.RunAsync("check-bundle.mjs", bundle, _scratch["key.pub"]);

        Assert.Equal(0, exitCode);
        Assert.StartsWith("{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"name\":\"users\"", output);
    }

    [SkippableFact]
    public async Task Openssl_verifies_a_bundle()
    {
        Skip.IfNot(File.Exists("/usr/bin/openssl"), "openssl is not installed");
        var envelope = SigstoreBundle.Read(await File.ReadAllBytesAsync(await WriteBundleAsync())).DsseEnvelope!;
        await File.WriteAllBytesAsync(
            _scratch["signed"],
            PreAuthentication.Encode(envelope.PayloadType, envelope.Payload)
        );
        await File.WriteAllBytesAsync(_scratch["signature"], envelope.Signatures[0].Sig);

        using var openssl = Process.Start(
            new ProcessStartInfo(
                "openssl",
                [
                    "dgst",
                    "-sha256",
                    "-verify",
                    _scratch["key.pub"],
                    "-signature",
                    _scratch["signature"],
                    _scratch["signed"],
                ]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        await openssl.WaitForExitAsync();

        Assert.Equal("Verified OK\n", await openssl.StandardOutput.ReadToEndAsync());
    }

    static EvidencePredicate.TestResult Tests(int passed) => new(passed, 0, []) { At = Noon };

    EvidenceSubject Subject() => EvidenceSubject.Image("users", $"{_image.Digest}");

    Task<int> AttachAsync(params EvidencePredicate[] predicates) =>
        _store.AttachAsync(Subject(), _image.Digest, predicates, _key);

    async Task<string> WriteBundleAsync()
    {
        var bundle = _key.Sign(EvidenceStatement.About(Subject(), Tests(passed: 3)));
        await File.WriteAllBytesAsync(_scratch["bundle.json"], bundle);
        await File.WriteAllTextAsync(_scratch["key.pub"], _key.PublicKey, Encoding.ASCII);
        return _scratch["bundle.json"];
    }
}
