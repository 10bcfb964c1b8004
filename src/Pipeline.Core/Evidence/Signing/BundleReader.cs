using System.Collections.Immutable;
using System.Text;

namespace Pipeline.Core.Evidence.Signing;

/// <summary>Reads bundles and verifies them with the keys that are known.</summary>
/// <param name="keys">The keys.</param>
public sealed class BundleReader(ImmutableArray<VerificationKey> keys)
{
    /// <summary>
    /// The statement in a bundle and who signed it; null when the bundle is of a kind that is none of our business. One by a stranger is
    /// read too, so that a refusal can name him.
    /// </summary>
    /// <exception cref="FormatException">It cannot be read, or its signature is not that of the key which it names.</exception>
    public SignedStatement? Read(ReadOnlySpan<byte> json)
    {
        var bundle = SigstoreBundle.Read(json);
        if (bundle.MediaType != SigstoreBundle.BundleType)
            throw new FormatException($"mediaType is '{bundle.MediaType}', expected {SigstoreBundle.BundleType}");

        // Others sign images as well: by a certificate, or without a statement.
        if (bundle is not { DsseEnvelope: { } envelope, VerificationMaterial.PublicKey.Hint: var hint })
            return null;
        if (envelope.PayloadType != SigstoreBundle.StatementType)
            throw new FormatException(
                $"payloadType is '{envelope.PayloadType}', expected {SigstoreBundle.StatementType}"
            );
        if (envelope.Signatures.Length != 1)
            throw new FormatException($"expected one signature, found {envelope.Signatures.Length}");

        var signed = PreAuthentication.Encode(envelope.PayloadType, envelope.Payload);
        var signer = SignerOf(hint, signed, envelope.Signatures[0].Sig);
        return Statement(envelope.Payload, signer) is { } statement ? new SignedStatement(statement, signer) : null;
    }

    private static EvidenceStatement? Statement(byte[] payload, StatementSigner signer)
    {
        try
        {
            return EvidenceStatement.TryRead(Encoding.UTF8.GetString(payload));
        }
        catch (FormatException) when (signer is StatementSigner.Stranger)
        {
            return null;
        }
    }

    private StatementSigner SignerOf(string hint, byte[] signed, byte[] signature)
    {
        if (keys.FirstOrDefault(key => key.Id == hint) is { } named)
            return named.Verifies(signed, signature)
                ? named.Signer
                : throw new FormatException(
                    $"the signature is not that of {named.Signer}: the statement or the signature was changed"
                );

        return keys.FirstOrDefault(key => key.Verifies(signed, signature)) is { } other
            ? throw new FormatException($"the hint names another key than {other.Signer}, which signed it")
            : new StatementSigner.Stranger(hint);
    }
}
