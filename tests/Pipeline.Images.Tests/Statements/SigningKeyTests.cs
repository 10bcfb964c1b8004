using System.Runtime.Versioning;
using System.Security.Cryptography;
using Pipeline.Core.Evidence;
using Pipeline.Images.Statements;

namespace Pipeline.Images.Tests.Statements;

public sealed class SigningKeyTests : IDisposable
{
    static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);

    readonly ScratchDirectory _scratch = new();
    readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _key.Dispose();
        _scratch.Dispose();
    }

    public static TheoryData<string, string?> Forms =>
        new()
        {
            { "PKCS#8", null },
            { "SEC1", null },
            { "openssl ecparam", null },
            { "encrypted", "secret" },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_key_is_read_in_every_usual_form(string form, string? password)
    {
        var pem = form switch
        {
            "PKCS#8" => _key.ExportPkcs8PrivateKeyPem(),
            "SEC1" => _key.ExportECPrivateKeyPem(),
            "openssl ecparam" =>
                $"-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n{_key.ExportECPrivateKeyPem()}",
            _ => _key.ExportEncryptedPkcs8PrivateKeyPem("secret", Encryption),
        };

        using var key = SigningKey.FromPem(pem, "release.key", password);

        Assert.Equal(_key.ExportSubjectPublicKeyInfoPem(), key.PublicKey);
        Assert.Equal(new StatementSigner.Key("release"), key.ToVerify("release").Signer);
    }

    [Theory]
    [InlineData("hello", "release.key: expected a private key in PEM form, found no BEGIN line.")]
    [InlineData(
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        "release.key: expected BEGIN PRIVATE KEY, found BEGIN PUBLIC KEY."
    )]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "release.key: ")]
    [InlineData(
        "-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED SIGSTORE PRIVATE KEY-----",
        "release.key: this is cosign's own encryption"
    )]
    public void What_is_no_such_key_is_refused_with_the_reason(string pem, string problem)
    {
        var refused = Assert.Throws<SigningKeyException>(() => SigningKey.FromPem(pem, "release.key"));

        Assert.StartsWith(problem, refused.Message);
    }

    [Fact]
    public void An_encrypted_key_wants_its_password()
    {
        var pem = _key.ExportEncryptedPkcs8PrivateKeyPem("secret", Encryption);

        var missing = Assert.Throws<SigningKeyException>(() => SigningKey.FromPem(pem, "release.key"));
        Assert.Throws<SigningKeyException>(() => SigningKey.FromPem(pem, "release.key", "wrong"));

        Assert.Contains("set SIGNING_KEY_PASSWORD", missing.Message);
    }

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        var refused = Assert.Throws<SigningKeyException>(() =>
            SigningKey.FromPem(other.ExportPkcs8PrivateKeyPem(), "release.key")
        );

        Assert.Contains("expected an ECDSA key on P-256, found another curve", refused.Message);
    }

    [Fact]
    public void A_development_key_is_generated_once_and_marked_as_such()
    {
        var file = new DevelopmentKeyFile(_scratch["keys"]);

        using var first = file.Open();
        using var second = file.Open();

        Assert.Equal(first.PublicKey, second.PublicKey);
        Assert.IsType<StatementSigner.DevelopmentKey>(first.ToVerify("release").Signer);
        Assert.Equal(first.PublicKey + "\n", File.ReadAllText(_scratch["keys/development.pub"]));
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void A_development_key_is_readable_by_its_user_only()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no file modes");
        var file = new DevelopmentKeyFile(_scratch["keys"]);
        file.Open().Dispose();
        var path = _scratch["keys/development.key"];

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));

        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupRead);
        Assert.Contains("others may read it", Assert.Throws<SigningKeyException>(() => file.Open()).Message);
    }

    [Fact]
    public void A_development_key_stays_one_when_it_is_passed_off_as_another()
    {
        new DevelopmentKeyFile(_scratch["keys"]).Open().Dispose();

        using var key = SigningKey.FromPem(File.ReadAllText(_scratch["keys/development.key"]), "SIGNING_KEY");

        Assert.True(key.IsDevelopment);
    }
}
