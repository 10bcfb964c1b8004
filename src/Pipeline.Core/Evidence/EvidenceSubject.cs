using System.Collections.Immutable;

namespace Pipeline.Core.Evidence;

/// <summary>What a statement is about.</summary>
/// <param name="Name">For people; what is meant is said by the digest alone.</param>
/// <param name="Digest">Algorithm and lower-case hexadecimal value.</param>
public sealed record EvidenceSubject(string Name, ImmutableSortedDictionary<string, string> Digest)
{
    /// <summary>An image by its digest, <c>sha256:</c> and 64 hexadecimal characters.</summary>
    public static EvidenceSubject Image(string name, string digest) =>
        digest.Split(':') is [var algorithm, var value]
            ? new EvidenceSubject(name, ImmutableSortedDictionary<string, string>.Empty.Add(algorithm, value))
            : throw new FormatException($"expected a digest like sha256:9f86…, found '{digest}'");

    /// <summary>Whether this is the artifact with the given digest.</summary>
    public bool Is(string digest) => Digest.Any(entry => $"{entry.Key}:{entry.Value}" == digest);
}
