namespace Pipeline.Core.Evidence;

/// <summary>A statement and who vouches for it.</summary>
public sealed record SignedStatement(EvidenceStatement Statement, StatementSigner Signer);
