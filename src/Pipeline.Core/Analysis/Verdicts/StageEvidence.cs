using System.Collections.Immutable;
using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>Everything that a stage has seen so far.</summary>
public sealed record StageEvidence
{
    /// <summary>A stage that has seen nothing yet.</summary>
    public static StageEvidence None { get; } = new();

    /// <summary>The looks of this stage.</summary>
    public ImmutableArray<EvidenceTick> Ticks { get; init; } = [];

    /// <summary>The looks of the rollout's earlier stages; only the comparison with the stable track goes on from them.</summary>
    public ImmutableArray<EvidenceTick> Earlier { get; init; } = [];

    /// <summary>Why the latest look gave nothing; null when it did.</summary>
    public TrackReading.NoData? Gap { get; init; }

    public TrackHealth Health { get; init; } = TrackHealth.Good;

    /// <summary>The new version's requests of this stage.</summary>
    public RequestCounts Canary => Sum(Ticks.Select(tick => tick.Canary));

    /// <summary>The stable version's requests of this stage.</summary>
    public RequestCounts Stable => Sum(Ticks.Select(tick => tick.Stable ?? RequestCounts.Zero));

    /// <summary>The evidence after one more look.</summary>
    /// <param name="canary">What the look at the new track gave.</param>
    /// <param name="stable">What the look at the stable track gave; null when it has no traffic.</param>
    /// <param name="health">The new track's pods.</param>
    public StageEvidence With(TrackReading canary, TrackReading? stable, TrackHealth health) =>
        canary switch
        {
            TrackReading.Counted counted => this with
            {
                Ticks = Ticks.Add(new EvidenceTick(counted.Counts, (stable as TrackReading.Counted)?.Counts)),
                Gap = null,
                Health = health,
            },
            _ => this with { Gap = (TrackReading.NoData)canary, Health = health },
        };

    /// <summary>Where the next stage of the same rollout begins.</summary>
    public StageEvidence ForNextStage() => new() { Earlier = Earlier.AddRange(Ticks) };

    private static RequestCounts Sum(IEnumerable<RequestCounts> counts) =>
        counts.Aggregate(RequestCounts.Zero, (sum, next) => sum + next);
}
