using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Core.Analysis.Sequential;

/// <summary>The requests of both tracks within one tick, during which conditions were the same for both.</summary>
/// <param name="Canary">Those of the new version.</param>
/// <param name="Stable">Those of the stable version.</param>
public sealed record Stratum(Proportion Canary, Proportion Stable);
