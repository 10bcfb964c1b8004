using System.Collections.Immutable;

namespace Pipeline.Core.Analysis.Verdicts.Journals;

/// <summary>A judged stage as its journal tells it.</summary>
/// <param name="Place">Where in the rollout it is; null in records of version 1, which do not tell.</param>
/// <param name="Looks">Its looks, in order.</param>
public sealed record JournaledStage(StagePlace? Place, ImmutableArray<JournaledLook> Looks)
{
    // What the looks are read with.
    internal JournalLine.StageBegan? Begin { get; init; }
}
