using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>The requests between two looks.</summary>
/// <param name="Canary">Those of the new version.</param>
/// <param name="Stable">Those of the stable version; null when it had no traffic or gave no data.</param>
public sealed record EvidenceTick(RequestCounts Canary, RequestCounts? Stable);
