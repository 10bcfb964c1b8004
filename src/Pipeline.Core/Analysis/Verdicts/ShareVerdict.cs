namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>Whether the traffic was really split as the route says.</summary>
public abstract record ShareVerdict
{
    private ShareVerdict() { }

    /// <summary>For people.</summary>
    public required string Sentence { get; init; }

    /// <summary>Nothing speaks against the split.</summary>
    public sealed record Matches : ShareVerdict;

    /// <summary>The split is another one: the rollout holds.</summary>
    public sealed record Deviates : ShareVerdict;

    /// <summary>There are not enough requests to say.</summary>
    public sealed record TooFew : ShareVerdict;
}
