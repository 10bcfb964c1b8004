using System.Collections.Immutable;
using Pipeline.Core.Analysis.Exposition;

namespace Pipeline.Core.Analysis.Counters;

/// <summary>What the pods of a track had counted at the last look, so that the next look gives the growth since.</summary>
/// <param name="Pods">The counters per pod; pods that are gone are kept, since they may only have been out of sight.</param>
public sealed record CounterLedger(ImmutableDictionary<string, PodCounters> Pods)
{
    /// <summary>Begins to count: what the pods have counted before is left out.</summary>
    public static CounterLedger Begin(IEnumerable<PodScrape> scrapes) =>
        new(
            scrapes.ToImmutableDictionary(
                scrape => scrape.Pod,
                scrape => new PodCounters(scrape.Restarts, ValuesOf(scrape.Exposition))
            )
        );

    /// <summary>The growth since the last look, and the ledger for the next one.</summary>
    public (CounterLedger Ledger, CounterDelta Delta) Add(IEnumerable<PodScrape> scrapes)
    {
        var pods = Pods.ToBuilder();
        var growth = new Dictionary<SeriesId, double>();
        var restarted = ImmutableArray.CreateBuilder<string>();
        var unanswered = ImmutableArray.CreateBuilder<PodScrape>();

        foreach (var scrape in scrapes)
        {
            var known = Pods.GetValueOrDefault(scrape.Pod);
            if (ValuesOf(scrape.Exposition) is not { } values)
            {
                unanswered.Add(scrape);
                // A pod first heard of by its silence is new: it counts from zero once it answers.
                pods.TryAdd(scrape.Pod, new PodCounters(scrape.Restarts, NothingCounted));
                continue;
            }

            var before = known is null ? NothingCounted : known.Values;
            if (known is not null && BeganAnew(known, scrape.Restarts, values))
            {
                restarted.Add(scrape.Pod);
                before = NothingCounted;
            }

            if (before is not null)
                AddGrowth(growth, before, values);
            pods[scrape.Pod] = new PodCounters(scrape.Restarts, Remember(before, values));
        }

        return (
            new CounterLedger(pods.ToImmutable()),
            new CounterDelta(growth.ToImmutableDictionary(), restarted.ToImmutable(), unanswered.ToImmutable())
        );
    }

    private static ImmutableDictionary<SeriesId, double> NothingCounted => ImmutableDictionary<SeriesId, double>.Empty;

    private static ImmutableDictionary<SeriesId, double>? ValuesOf(PrometheusExposition? exposition) =>
        exposition?.Counters.ToImmutableDictionary(sample => sample.Series, sample => sample.Value);

    // A process restarts as a whole: one counter that fell means that all of them began at zero.
    private static bool BeganAnew(PodCounters known, int restarts, ImmutableDictionary<SeriesId, double> values) =>
        restarts != known.Restarts
        || (
            known.Values is { } before
            && before.Any(counter => !values.TryGetValue(counter.Key, out var now) || now < counter.Value)
        );

    private static void AddGrowth(
        Dictionary<SeriesId, double> growth,
        ImmutableDictionary<SeriesId, double> before,
        ImmutableDictionary<SeriesId, double> values
    )
    {
        foreach (var (series, value) in values)
            growth[series] = growth.GetValueOrDefault(series) + value - before.GetValueOrDefault(series);
    }

    // A counter that reads NaN for once goes on from its last number.
    private static ImmutableDictionary<SeriesId, double> Remember(
        ImmutableDictionary<SeriesId, double>? before,
        ImmutableDictionary<SeriesId, double> values
    ) =>
        values.SetItems(
            values
                .Where(counter => !double.IsFinite(counter.Value))
                .Select(counter => KeyValuePair.Create(counter.Key, before?.GetValueOrDefault(counter.Key) ?? 0))
        );
}
