using System.Security.Cryptography;
using System.Text;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Signing;

namespace Pipeline.Core.Tests.Evidence.Signing;

public sealed class BundleReaderTests : IDisposable
{
    private static readonly StatementSigner Release = new StatementSigner.Key("release");

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly BundleReader reader;

    public BundleReaderTests() => reader = new BundleReader([Known(key)]);

    public void Dispose() => key.Dispose();

    [Fact]
    public void The_encoding_is_that_of_the_specification()
    {
        var encoded = PreAuthentication.Encode("http://example.com/HelloWorld", "hello world"u8);

        Assert.Equal("DSSEv1 29 http://example.com/HelloWorld 11 hello world", Encoding.UTF8.GetString(encoded));
    }

    [Fact]
    public void A_signed_statement_is_read_with_its_signer()
    {
        var read = reader.Read(Sign(Statements.Coverage()));

        Assert.Equal(Release, read!.Signer);
        Assert.Equal(Json(Statement(Statements.Coverage())), Json(read.Statement));
    }

    [Fact]
    public void Whichever_byte_is_changed_it_is_refused_or_means_the_same()
    {
        var bundle = Sign(Statements.Coverage());
        var original = Json(Statement(Statements.Coverage()));
        byte[] flips = [0x01, 0x02, 0x20, 0x80];

        for (var position = 0; position < bundle.Length; position++)
        {
            foreach (var flip in flips)
            {
                var changed = bundle.ToArray();
                changed[position] ^= flip;
                if (ReadOrRefuse(changed) is { } read)
                    Assert.Equal((original, Release), (Json(read.Statement), read.Signer));
            }
        }
    }

    [Fact]
    public void Whichever_byte_of_the_statement_is_changed_the_signature_does_not_hold()
    {
        var bundle = SigstoreBundle.Read(Sign(Statements.Coverage()));
        var payload = bundle.DsseEnvelope!.Payload;

        for (var position = 0; position < payload.Length; position++)
        {
            var changed = payload.ToArray();
            changed[position] ^= 1;
            var forged = bundle with { DsseEnvelope = bundle.DsseEnvelope with { Payload = changed } };

            var refused = Assert.Throws<FormatException>(() => reader.Read(forged.Write()));

            Assert.StartsWith("the signature is not that of key release", refused.Message);
        }
    }

    [Fact]
    public void A_statement_of_an_unknown_key_names_it()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var read = new BundleReader([Known(other)]).Read(Sign(Statements.Coverage()));

        Assert.Equal(new StatementSigner.Stranger(Known(key).Id), read!.Signer);
    }

    [Fact]
    public void A_hint_at_a_key_that_did_not_sign_is_refused()
    {
        var bundle = SigstoreBundle.Read(Sign(Statements.Coverage()));
        var forged = bundle with { VerificationMaterial = new() { PublicKey = new SigstoreBundle.KeyHint("other") } };

        var refused = Assert.Throws<FormatException>(() => reader.Read(forged.Write()));

        Assert.Equal("the hint names another key than key release, which signed it", refused.Message);
    }

    [Fact]
    public void Bundles_of_other_kinds_are_none_of_our_business()
    {
        var keyless =
            """{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","verificationMaterial":{"certificate":{"rawBytes":"AA=="},"tlogEntries":[]},"messageSignature":{"signature":"AA=="}}""";
        var unknown =
            """{"_type":"https://in-toto.io/Statement/v1","subject":[],"predicateType":"https://sigstore.dev/cosign/sign/v1","predicate":{}}""";

        Assert.Null(reader.Read(Encoding.UTF8.GetBytes(keyless)));
        Assert.Null(reader.Read(Sign(Encoding.UTF8.GetBytes(unknown))));
    }

    [Theory]
    [InlineData("", "expected a Sigstore bundle")]
    [InlineData("null", "expected a Sigstore bundle, found null")]
    [InlineData("""{"mediaType":"x","mediaType":"x"}""", "expected a Sigstore bundle")]
    [InlineData("""{"mediaType":"x","verificationMaterial":{}}""", "mediaType is 'x'")]
    [InlineData("""{"mediaType":"x","verificationMaterial":{},"more":1}""", "expected a Sigstore bundle")]
    public void What_is_no_bundle_is_refused(string json, string problem)
    {
        var refused = Assert.Throws<FormatException>(() => reader.Read(Encoding.UTF8.GetBytes(json)));

        Assert.StartsWith(problem, refused.Message);
    }

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        var refused = Assert.Throws<FormatException>(() => Known(other));

        Assert.Equal("key release: expected an ECDSA key on P-256, found another curve", refused.Message);
    }

    private static string Json(EvidenceStatement statement) => StableJson.Write(statement);

    private static EvidenceStatement Statement(EvidencePredicate predicate) => predicate.By(Release).Statement;

    private static VerificationKey Known(ECDsa key) =>
        VerificationKey.FromPem(Release, key.ExportSubjectPublicKeyInfoPem());

    private byte[] Sign(EvidencePredicate predicate) =>
        Sign(Encoding.UTF8.GetBytes(StableJson.WriteCompact(Statement(predicate))));

    private byte[] Sign(byte[] payload)
    {
        var signed = PreAuthentication.Encode(SigstoreBundle.StatementType, payload);
        var signature = key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return SigstoreBundle.Of(Known(key).Id, payload, signature).Write();
    }

    private SignedStatement? ReadOrRefuse(byte[] bundle)
    {
        try
        {
            return reader.Read(bundle);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
