namespace Pipeline.Core.Analysis.Intervals;

/// <summary>By how much the new version's points lie above the stable one's, in the unit of the metric.</summary>
/// <param name="Lower">Lower end of the confidence interval.</param>
/// <param name="Estimate">The Hodges-Lehmann estimate.</param>
/// <param name="Upper">Upper end of the confidence interval.</param>
public sealed record ShiftInterval(double Lower, double Estimate, double Upper);
