using System.Security.Cryptography;
using System.Text;
using Pipeline.Core;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Signing;

namespace Pipeline.Images.Statements;

/// <summary>A private key that signs statements: ECDSA on P-256 with SHA-256.</summary>
public sealed class SigningKey : IDisposable
{
    const string CurveOid = "1.2.840.10045.3.1.7";

    readonly ECDsa _key;

    SigningKey(ECDsa key, bool isDevelopment)
    {
        _key = key;
        IsDevelopment = isDevelopment;
    }

    /// <summary>Whether a machine generated it for itself; no policy but that of a rehearsal accepts what it signs.</summary>
    public bool IsDevelopment { get; }

    /// <summary>The public key in PEM form, for <c>build/Delivery.cs</c> and for cosign.</summary>
    public string PublicKey => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>A key in PEM form: PKCS#8, encrypted PKCS#8 or SEC1.</summary>
    /// <param name="pem">The text; one that <see cref="DevelopmentKeyFile"/> wrote makes a development key.</param>
    /// <param name="origin">Where the text came from, for error messages.</param>
    /// <param name="password">The password of an encrypted key.</param>
    /// <exception cref="SigningKeyException">It is no such key, or the password is missing or wrong.</exception>
    public static SigningKey FromPem(string pem, string origin, string? password = null)
    {
        var key = ECDsa.Create();
        try
        {
            Import(key, pem, origin, password);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != CurveOid)
                throw new SigningKeyException(
                    $"{origin}: expected an ECDSA key on P-256, found another curve. {Advice}"
                );
            return new SigningKey(key, DevelopmentKeyFile.Marks(pem));
        }
        catch (Exception exception)
        {
            key.Dispose();
            if (exception is CryptographicException or ArgumentException)
                throw new SigningKeyException($"{origin}: {exception.Message} {Advice}", exception);
            throw;
        }
    }

    /// <summary>The statement in a bundle, signed.</summary>
    public byte[] Sign(EvidenceStatement statement)
    {
        var payload = Encoding.UTF8.GetBytes(StableJson.WriteCompact(statement));
        var signature = _key.SignData(
            PreAuthentication.Encode(SigstoreBundle.StatementType, payload),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return SigstoreBundle.Of(VerificationKey.IdOf(_key.ExportSubjectPublicKeyInfo()), payload, signature).Write();
    }

    /// <summary>The key that verifies what this one signs.</summary>
    /// <param name="name">What to call it when it is no development key.</param>
    public VerificationKey ToVerify(string name) =>
        VerificationKey.FromDer(
            IsDevelopment ? new StatementSigner.DevelopmentKey() : new StatementSigner.Key(name),
            _key.ExportSubjectPublicKeyInfo()
        );

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    internal static SigningKey Generate() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256), isDevelopment: true);

    internal string ExportPem() => _key.ExportPkcs8PrivateKeyPem();

    const string Advice =
        "Make a key with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out release.key";

    static void Import(ECDsa key, string pem, string origin, string? password)
    {
        if (!PemEncoding.TryFind(pem, out var fields))
            throw new SigningKeyException(
                $"{origin}: expected a private key in PEM form, found no BEGIN line. {Advice}"
            );

        switch (pem[fields.Label])
        {
            case "PRIVATE KEY" or "EC PRIVATE KEY":
                key.ImportFromPem(pem);
                break;
            case "EC PARAMETERS":
                // openssl ecparam -genkey writes the curve in front of the key.
                Import(key, pem[fields.Location.End.GetOffset(pem.Length)..], origin, password);
                break;
            case "ENCRYPTED PRIVATE KEY" when password is null:
                throw new SigningKeyException(
                    $"{origin}: the key is encrypted and no password was given: set SIGNING_KEY_PASSWORD"
                );
            case "ENCRYPTED PRIVATE KEY":
                key.ImportFromEncryptedPem(pem, password);
                break;
            case "ENCRYPTED SIGSTORE PRIVATE KEY" or "ENCRYPTED COSIGN PRIVATE KEY":
                throw new SigningKeyException(
                    $"{origin}: this is cosign's own encryption, which is not read here. Keep the key as PKCS#8 and give it to cosign with: cosign import-key-pair --key release.key"
                );
            case var other:
                throw new SigningKeyException($"{origin}: expected BEGIN PRIVATE KEY, found BEGIN {other}. {Advice}");
        }
    }
}
