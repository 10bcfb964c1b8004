using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Evidence.Signing;

/// <summary>
/// A Sigstore bundle v0.3 (sigstore/protobuf-specs, <c>sigstore_bundle.proto</c>) with a DSSE envelope that a key signed. There is neither a
/// certificate nor an entry in a transparency log.
/// </summary>
public sealed record SigstoreBundle
{
    /// <summary>What the bundle is, as a registry and the bundle itself say.</summary>
    public const string BundleType = "application/vnd.dev.sigstore.bundle.v0.3+json";

    /// <summary>What an in-toto statement is in an envelope.</summary>
    public const string StatementType = "application/vnd.in-toto+json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Always <see cref="BundleType"/>.</summary>
    public required string MediaType { get; init; }

    /// <summary>Who signed.</summary>
    public required Material VerificationMaterial { get; init; }

    /// <summary>What was signed; null when it is something else than an envelope.</summary>
    public Envelope? DsseEnvelope { get; init; }

    /// <summary>A signature of something that is not in the bundle, which others make.</summary>
    public JsonElement? MessageSignature { get; init; }

    /// <summary>The bundle of a payload and its signature.</summary>
    public static SigstoreBundle Of(string keyId, byte[] payload, byte[] signature) =>
        new()
        {
            MediaType = BundleType,
            VerificationMaterial = new Material { PublicKey = new KeyHint(keyId) },
            DsseEnvelope = new Envelope(payload, StatementType, [new EnvelopeSignature { Sig = signature }]),
        };

    /// <summary>The bundle as JSON in UTF-8; the same bundle gives the same bytes.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads a bundle and nothing else: a member too many, twice or missing is an error.</summary>
    /// <exception cref="FormatException">It is no such bundle.</exception>
    public static SigstoreBundle Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<SigstoreBundle>(json, Json)
                ?? throw new FormatException("expected a Sigstore bundle, found null");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"expected a Sigstore bundle: {problem.Message}", problem);
        }
    }

    /// <summary>What the signature is to be verified with; others put a certificate, log entries and time stamps here.</summary>
    public sealed record Material
    {
        /// <summary>The key; null when a certificate has it.</summary>
        public KeyHint? PublicKey { get; init; }

        /// <summary>The certificate that a certificate authority made for one signature.</summary>
        public JsonElement? Certificate { get; init; }

        /// <summary>The same with those who vouch for it.</summary>
        public JsonElement? X509CertificateChain { get; init; }

        /// <summary>Entries in a transparency log.</summary>
        public JsonElement? TlogEntries { get; init; }

        /// <summary>Time stamps.</summary>
        public JsonElement? TimestampVerificationData { get; init; }
    }

    /// <summary>Names a key without holding it.</summary>
    /// <param name="Hint">The base 64 SHA-256 of the key's SubjectPublicKeyInfo, as cosign writes it.</param>
    public sealed record KeyHint(string Hint);

    /// <summary>A DSSE envelope.</summary>
    public sealed record Envelope(byte[] Payload, string PayloadType, ImmutableArray<EnvelopeSignature> Signatures);

    /// <summary>A signature in an envelope.</summary>
    public sealed record EnvelopeSignature
    {
        /// <summary>An ECDSA signature in ASN.1 form.</summary>
        public required byte[] Sig { get; init; }

        /// <summary>What others call their key; nothing vouches for it.</summary>
        public string? Keyid { get; init; }
    }
}
