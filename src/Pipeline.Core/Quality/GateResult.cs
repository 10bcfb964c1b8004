using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Quality;

/// <summary>What a gate decided, and why.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "result")]
[JsonDerivedType(typeof(Passed), "passed")]
[JsonDerivedType(typeof(Refused), "refused")]
public abstract record GateResult
{
    private GateResult() { }

    /// <summary>Name of the gate, for example <c>coverage</c>.</summary>
    public required string Gate { get; init; }

    /// <summary>The decision in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The build may go on.</summary>
    public sealed record Passed : GateResult;

    /// <summary>The build must not go on.</summary>
    public sealed record Refused : GateResult
    {
        /// <summary>Everything that speaks against going on, worst first.</summary>
        public required ImmutableArray<string> Reasons { get; init; }
    }
}
