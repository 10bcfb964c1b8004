using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sequential;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>What was decided about one metric, with the numbers that it was decided from.</summary>
public sealed record Judgement
{
    public required string Metric { get; init; }

    public required Criticality Criticality { get; init; }

    public required JudgementOutcome Outcome { get; init; }

    /// <summary>The rule in a sentence.</summary>
    public required string Rule { get; init; }

    /// <summary>The judgement in a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The share that the success criterion limits.</summary>
    public required Proportion Criterion { get; init; }

    /// <summary>The success criterion as a share, 0 to 1.</summary>
    public required double CriterionLimit { get; init; }

    /// <summary>The share that the rollback trigger limits.</summary>
    public required Proportion Trigger { get; init; }

    /// <summary>The rollback trigger as a share, 0 to 1.</summary>
    public required double TriggerLimit { get; init; }

    /// <summary>The share that was proved not to be exceeded, 0 to 1.</summary>
    public required double UpperBound { get; init; }

    /// <summary>The share that was proved to be exceeded, 0 to 1.</summary>
    public required double LowerBound { get; init; }

    /// <summary>Evidence that the share is over the rollback trigger.</summary>
    public required EvidenceValue OverTrigger { get; init; }

    /// <summary>Evidence that the share is under the rollback trigger.</summary>
    public required EvidenceValue UnderTrigger { get; init; }

    /// <summary>Evidence that the new version is worse than the stable one; null without comparison.</summary>
    public required EvidenceValue? WorseThanStable { get; init; }
}
