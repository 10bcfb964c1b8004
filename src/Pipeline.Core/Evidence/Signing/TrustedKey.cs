namespace Pipeline.Core.Evidence.Signing;

/// <summary>A public key whose statements count outside a rehearsal; <c>build/Delivery.cs</c> lists them.</summary>
/// <param name="Name">What the key is called in policies and refusals.</param>
/// <param name="PublicKey">The key in PEM form, <c>BEGIN PUBLIC KEY</c>; ECDSA on P-256.</param>
public sealed record TrustedKey(string Name, string PublicKey)
{
    /// <summary>The key to verify with.</summary>
    /// <exception cref="FormatException">It is no ECDSA P-256 public key.</exception>
    public VerificationKey ToVerify() => VerificationKey.FromPem(new StatementSigner.Key(Name), PublicKey);
}
