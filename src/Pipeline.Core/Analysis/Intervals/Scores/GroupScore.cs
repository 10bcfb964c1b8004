namespace Pipeline.Core.Analysis.Intervals.Scores;

/// <summary>The score of one group of metrics.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Score">Share of the metrics that passed, 0 to 100; 0 when none could be judged.</param>
/// <param name="Judged">Metrics that count in the score.</param>
/// <param name="Undecided">Metrics without data or with too few points.</param>
public sealed record GroupScore(string Group, double Score, int Judged, int Undecided);
