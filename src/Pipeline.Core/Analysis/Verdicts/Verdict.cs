using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>What the evidence says about a stage.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Pass), "pass")]
[JsonDerivedType(typeof(Fail), "fail")]
[JsonDerivedType(typeof(Continue), "continue")]
[JsonDerivedType(typeof(NotProved), "notProved")]
public abstract record Verdict
{
    private Verdict() { }

    /// <summary>The verdict for people.</summary>
    public required string Sentence { get; init; }

    /// <summary>The judgement of each metric, in the order of their definition.</summary>
    public required ImmutableArray<Judgement> Judgements { get; init; }

    /// <summary>The new version is proved good enough for the next stage.</summary>
    public sealed record Pass : Verdict;

    /// <summary>The new version is proved bad.</summary>
    public sealed record Fail : Verdict
    {
        /// <summary>The metric that failed; <c>pods</c> when it was a restart.</summary>
        public required string Metric { get; init; }

        /// <summary>The observed share, 0 to 1, or the number of restarts.</summary>
        public required double Value { get; init; }

        /// <summary>The limit that <see cref="Value"/> is over.</summary>
        public required double Limit { get; init; }

        /// <summary>Requests that the value was observed in.</summary>
        public required long Requests { get; init; }
    }

    /// <summary>More evidence is needed, and there is time for it.</summary>
    /// <param name="Requests">Requests of the new version so far.</param>
    public sealed record Continue(long Requests) : Verdict;

    /// <summary>More evidence is needed, and the time for it is over.</summary>
    /// <param name="Requests">Requests of the new version in all.</param>
    public sealed record NotProved(long Requests) : Verdict;
}
