namespace Pipeline.Core.Rollouts;

/// <summary>What was judged about a stage when it ended.</summary>
/// <param name="Weight">The stage's share of the traffic.</param>
/// <param name="Sentence">The judgement for people.</param>
public sealed record StageVerdict(Percent Weight, string Sentence);
