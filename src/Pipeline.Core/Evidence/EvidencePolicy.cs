using System.Collections.Immutable;

namespace Pipeline.Core.Evidence;

/// <summary>Whose statements count, and what may be left undone.</summary>
public sealed record EvidencePolicy
{
    /// <summary>For the embedded cluster: every verified signature counts, that of a development key too, and so does a scan that did not run.</summary>
    public static EvidencePolicy Rehearsal { get; } = new() { Name = "rehearsal", IsRehearsal = true };

    /// <summary>As error messages name it.</summary>
    public required string Name { get; init; }

    /// <summary>Names of the keys whose statements count.</summary>
    public ImmutableSortedSet<string> TrustedKeys { get; private init; } = [];

    private bool IsRehearsal { get; init; }

    /// <summary>Whether a scan that did not run will do.</summary>
    public bool AcceptsScanNotRun => IsRehearsal;

    /// <summary>For every other cluster: only statements signed by one of these keys count, and everything must have run.</summary>
    public static EvidencePolicy Strict(params IEnumerable<string> trustedKeys) =>
        new() { Name = "strict", TrustedKeys = [.. trustedKeys] };

    /// <summary>Whether statements of this signer count.</summary>
    /// <param name="signer">Who signed.</param>
    /// <param name="among">Names of keys that alone will do; empty for all that the policy trusts. A rehearsal does not ask.</param>
    public bool Trusts(StatementSigner signer, ImmutableArray<string> among) =>
        signer switch
        {
            StatementSigner.Stranger => false,
            _ when IsRehearsal => true,
            StatementSigner.Key key => TrustedKeys.Contains(key.Name) && (among.IsEmpty || among.Contains(key.Name)),
            _ => false,
        };
}
