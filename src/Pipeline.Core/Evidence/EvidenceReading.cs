using System.Collections.Immutable;

namespace Pipeline.Core.Evidence;

/// <summary>What was found beside an image.</summary>
/// <param name="Statements">What can be read and is what its signer signed.</param>
/// <param name="Damaged">What cannot be read or was changed after it was signed, a sentence each; any of it refuses a promotion.</param>
public sealed record EvidenceReading(ImmutableArray<SignedStatement> Statements, ImmutableArray<string> Damaged)
{
    /// <summary>Nothing was found.</summary>
    public static EvidenceReading Nothing { get; } = new([], []);
}
