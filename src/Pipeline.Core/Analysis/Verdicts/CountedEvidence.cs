using System.Collections.Immutable;
using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>Requests or other events that a stage has seen, look by look.</summary>
public abstract record CountedEvidence
{
    private EvidenceTotals? totals;

    /// <summary>The looks of this stage.</summary>
    public ImmutableArray<EvidenceTick> Ticks
    {
        get;
        init => (field, totals) = (value, null);
    } = [];

    /// <summary>The looks of the rollout's earlier stages; only the comparison with the stable track goes on from them.</summary>
    public ImmutableArray<EvidenceTick> Earlier
    {
        get;
        init => (field, totals) = (value, null);
    } = [];

    /// <summary>Why the latest look gave nothing; null when it did.</summary>
    public TrackReading.NoData? Gap { get; init; }

    /// <summary>The new version's requests of this stage.</summary>
    public RequestCounts Canary => Totals.Canary;

    /// <summary>The stable version's requests of this stage.</summary>
    public RequestCounts Stable => Totals.Stable;

    // Derived from the ticks; computed anew where these were set as a whole, as from a record.
    internal EvidenceTotals Totals =>
        totals ??= Ticks.Aggregate(EvidenceTotals.After(Earlier), (totals, tick) => totals.With(tick));

    /// <summary>The evidence after one more look.</summary>
    /// <param name="canary">What the look at the new track gave.</param>
    /// <param name="stable">What the look at the stable track gave; null when it has no traffic.</param>
    protected CountedEvidence With(TrackReading canary, TrackReading? stable)
    {
        if (canary is not TrackReading.Counted { Counts: var counts })
            return this with { Gap = canary as TrackReading.NoData };

        var tick = new EvidenceTick(counts, (stable as TrackReading.Counted)?.Counts);
        return this with { Ticks = Ticks.Add(tick), totals = Totals.With(tick), Gap = null };
    }

    /// <summary>What was seen before and this together.</summary>
    internal CountedEvidence GoOnFrom(CountedEvidence before) =>
        this with
        {
            Ticks = before.Ticks.AddRange(Ticks),
            Earlier = before.Earlier,
            totals = Ticks.Aggregate(before.Totals, (totals, tick) => totals.With(tick)),
        };
}
