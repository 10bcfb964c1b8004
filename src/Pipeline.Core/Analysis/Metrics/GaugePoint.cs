namespace Pipeline.Core.Analysis.Metrics;

/// <summary>A gauge of both tracks at one moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Canary">The new version's value; finite.</param>
/// <param name="Stable">The stable version's; null when it gave none, or had no traffic.</param>
public sealed record GaugePoint(DateTimeOffset At, double Canary, double? Stable);
