using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Sequential;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>What the judge needs of all looks together; kept up to date look by look, so that a long stage is judged as fast as a short one.</summary>
/// <param name="Canary">The new version's requests of this stage.</param>
/// <param name="Stable">The stable version's requests of this stage.</param>
/// <param name="Comparison">Both versions compared, the earlier stages included.</param>
internal sealed record EvidenceTotals(RequestCounts Canary, RequestCounts Stable, TrackComparison Comparison)
{
    /// <summary>The totals of a stage that begins after the given ticks.</summary>
    public static EvidenceTotals After(IEnumerable<EvidenceTick> earlier) =>
        new(RequestCounts.Zero, RequestCounts.Zero, earlier.Aggregate(TrackComparison.Begin, Compare));

    /// <summary>The totals after one more tick.</summary>
    public EvidenceTotals With(EvidenceTick tick) =>
        new(Canary + tick.Canary, Stable + (tick.Stable ?? RequestCounts.Zero), Compare(Comparison, tick));

    private static TrackComparison Compare(TrackComparison comparison, EvidenceTick tick) =>
        tick.Stable is null ? comparison : comparison.With(tick.Canary, tick.Stable);
}
