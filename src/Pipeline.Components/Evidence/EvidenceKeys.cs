using System.Collections.Immutable;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Signing;
using Pipeline.Images.Statements;

namespace Pipeline.Components.Evidence;

/// <summary>The key that this run signs with, and all whose signatures it can verify.</summary>
/// <param name="Signing">The key to sign with.</param>
/// <param name="Known">Keys to verify with.</param>
public sealed record EvidenceKeys(SigningKey Signing, ImmutableArray<VerificationKey> Known)
{
    /// <summary>What a key is called that signs here and is listed nowhere.</summary>
    public const string Unlisted = "of this run, which TrustedKeys does not list";

    /// <summary>The given key, or the development key of this working copy, together with the keys that are trusted.</summary>
    /// <param name="given">The key that was given; null for none.</param>
    /// <param name="development">Where the development key is.</param>
    /// <param name="trusted">Keys that <c>build/Delivery.cs</c> lists.</param>
    /// <param name="handedOn">Public development keys of other machines that worked on the same artifacts, in PEM form.</param>
    public static EvidenceKeys Of(
        SigningKey? given,
        DevelopmentKeyFile development,
        ImmutableArray<TrustedKey> trusted,
        params IEnumerable<string> handedOn
    )
    {
        var own = given is null ? development.Open() : development.Find();
        // Development keys come first: listing one among the trusted ones does not make it one.
        ImmutableArray<VerificationKey> known =
        [
            .. own is null ? [] : new[] { own.ToVerify(Unlisted) },
            .. handedOn.Select(pem => VerificationKey.FromPem(new StatementSigner.DevelopmentKey(), pem)),
            .. trusted.Select(key => key.ToVerify()),
            .. given is null ? [] : new[] { given.ToVerify(Unlisted) },
        ];
        return new EvidenceKeys(given ?? own!, known);
    }
}
