using System.Security.Cryptography;

namespace Pipeline.Core.Evidence.Signing;

/// <summary>A public key whose signatures can be verified, and who that is.</summary>
public sealed class VerificationKey
{
    private const string Curve = "1.2.840.10045.3.1.7";

    private readonly byte[] publicKey;

    private VerificationKey(StatementSigner signer, byte[] publicKey)
    {
        Signer = signer;
        this.publicKey = publicKey;
        Id = IdOf(publicKey);
    }

    /// <summary>Whose key it is.</summary>
    public StatementSigner Signer { get; }

    /// <summary>Base 64 SHA-256 of the key in DER form: <c>openssl pkey -pubin -in key.pub -outform DER | openssl sha256 -binary | base64</c>.</summary>
    public string Id { get; }

    /// <summary>A key in PEM form (<c>BEGIN PUBLIC KEY</c>).</summary>
    /// <exception cref="FormatException">It is no ECDSA P-256 public key.</exception>
    public static VerificationKey FromPem(StatementSigner signer, string pem)
    {
        try
        {
            var fields = PemEncoding.Find(pem);
            if (pem[fields.Label] != "PUBLIC KEY")
                throw new FormatException($"{signer}: expected BEGIN PUBLIC KEY, found BEGIN {pem[fields.Label]}");
            return FromDer(signer, Convert.FromBase64String(pem[fields.Base64Data]));
        }
        catch (ArgumentException problem)
        {
            throw new FormatException(
                $"{signer}: expected a public key in PEM form, which begins with BEGIN PUBLIC KEY",
                problem
            );
        }
    }

    /// <summary>A key as SubjectPublicKeyInfo.</summary>
    /// <exception cref="FormatException">It is no ECDSA P-256 public key.</exception>
    public static VerificationKey FromDer(StatementSigner signer, byte[] publicKey)
    {
        try
        {
            using var key = Import(publicKey);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != Curve)
                throw new FormatException($"{signer}: expected an ECDSA key on P-256, found another curve");
            return new VerificationKey(signer, key.ExportSubjectPublicKeyInfo());
        }
        catch (CryptographicException problem)
        {
            throw new FormatException($"{signer}: expected an ECDSA P-256 public key: {problem.Message}", problem);
        }
    }

    /// <summary>The identifier of a key in DER form.</summary>
    public static string IdOf(byte[] publicKey) => Convert.ToBase64String(SHA256.HashData(publicKey));

    /// <summary>Whether this key made the signature.</summary>
    public bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        using var key = Import(publicKey);
        return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static ECDsa Import(byte[] publicKey)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw;
        }
    }
}
