using System.Security.Cryptography;
using Pipeline.Components.Evidence;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Signing;
using Pipeline.Images.Statements;

namespace Pipeline.Components.Tests.Evidence;

public sealed class EvidenceKeysTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ECDsa release = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        release.Dispose();
        folder.Dispose();
    }

    private DevelopmentKeyFile Development => new(Path.Combine(folder.Path, "keys"));

    private TrustedKey Trusted => new("release", release.ExportSubjectPublicKeyInfoPem());

    [Fact]
    public void Without_a_key_a_development_key_signs()
    {
        var keys = EvidenceKeys.Of(given: null, Development, [Trusted]);

        Assert.True(keys.Signing.IsDevelopment);
        Assert.Equal(
            [new StatementSigner.DevelopmentKey(), new StatementSigner.Key("release")],
            keys.Known.Select(key => key.Signer)
        );
    }

    [Fact]
    public void A_given_key_signs_and_no_development_key_is_generated()
    {
        using var given = SigningKey.FromPem(release.ExportPkcs8PrivateKeyPem(), "SIGNING_KEY");

        var keys = EvidenceKeys.Of(given, Development, [Trusted]);

        Assert.Same(given, keys.Signing);
        Assert.Equal(new StatementSigner.Key("release"), keys.Known[0].Signer);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "keys")));
    }

    [Fact]
    public void A_development_key_that_is_listed_as_trusted_stays_one()
    {
        using var development = Development.Open();

        var keys = EvidenceKeys.Of(given: null, Development, [new TrustedKey("ci", development.PublicKey)]);

        Assert.IsType<StatementSigner.DevelopmentKey>(keys.Known[0].Signer);
    }
}
