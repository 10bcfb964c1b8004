using System.Collections.Immutable;

namespace Pipeline.Core.Analysis.Sources;

/// <summary>One question to a source and what it answered, for the record.</summary>
/// <param name="Query">The rendered query.</param>
/// <param name="At">The moment that was asked about; of a range its end.</param>
/// <param name="Values">The values as they came; empty when there were none.</param>
/// <param name="Remarks">Warnings of the source, or why there is no value.</param>
public sealed record SourceAnswer(
    string Query,
    DateTimeOffset At,
    ImmutableArray<RawValue> Values,
    ImmutableArray<string> Remarks
);
