using System.Collections.Immutable;

namespace Pipeline.Core.Analysis.Intervals.Scores;

/// <summary>The judgements of all metrics in one number.</summary>
/// <param name="Summary">Weighted sum of the groups' scores, 0 to 100, in hundredths.</param>
/// <param name="Verdict">What it says about the new version.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Groups">The scores of the groups, by name.</param>
public sealed record IntervalScore(
    double Summary,
    ScoreVerdict Verdict,
    string Reason,
    ImmutableArray<GroupScore> Groups
);
