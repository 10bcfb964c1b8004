using System.Collections.Immutable;

namespace JudgeContract;

/// <summary>What the sequential judge promises, as scenarios with committed seeds.</summary>
public static class Contract
{
    /// <summary>False alarms per rollout.</summary>
    public const double Alpha = 0.01;

    /// <summary>Time from one look to the next, as the executor looks.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>False passes of a version at the trigger.</summary>
    public const double Beta = 0.05;

    /// <summary>Generator seed; run <c>i</c> of every scenario uses this plus <c>i</c>.</summary>
    public const int Seed = 20_260_301;

    /// <summary>Equal tracks: whatever the rate, its drift, the split and the traffic, the comparison must not fail.</summary>
    public static ImmutableArray<ComparisonScenario> EqualTracks { get; } =
    [
        .. from rate in new (string Name, Func<double, double> At)[]
        {
            ("0 %", _ => 0),
            ("0.1 %", _ => 0.001),
            ("2 %", _ => 0.02),
            ("0.1 -> 6 %", time => 0.001 + 0.059 * time),
        }
        from split in new[] { 0.5, 0.05 }
        from perTick in new[] { 5, 50, 500 }
        select new ComparisonScenario(rate.Name, rate.At, rate.At, split, perTick),
    ];

    /// <summary>A version exactly at the trigger.</summary>
    public static ImmutableArray<TriggerScenario> AtTrigger { get; } =
    [
        .. from trigger in new[] { 0.01, 0.05 }
        from perTick in new[] { 5, 50, 500 }
        select new TriggerScenario(trigger, trigger, perTick),
    ];

    /// <summary>Worse versions that the comparison should catch.</summary>
    public static ImmutableArray<ComparisonScenario> WorseVersions { get; } =
    [
        .. from rates in new (double Stable, double Canary)[] { (0.001, 0.01), (0.01, 0.02), (0.02, 0.1), (0, 0.005) }
        from load in new (double Split, int PerTick)[] { (0.5, 10), (0.5, 100), (0.05, 1000) }
        select new ComparisonScenario(
            $"{rates.Stable * 100:0.#} -> {rates.Canary * 100:0.#} %",
            _ => rates.Canary,
            _ => rates.Stable,
            load.Split,
            load.PerTick,
            FixedSplit: true
        ),
    ];

    /// <summary>The most failures out of <paramref name="runs"/> that a true rate of <paramref name="level"/> explains: mean plus 2.33 standard deviations.</summary>
    public static int Tolerated(double level, int runs) =>
        (int)Math.Round(runs * level + 2.33 * Math.Sqrt(runs * level * (1 - level)));

    /// <summary>The results of independent runs, in parallel.</summary>
    public static ImmutableArray<T> Repeat<T>(int runs, Func<Random, T> run) =>
        [.. ParallelEnumerable.Range(0, runs).AsOrdered().Select(i => run(Generator(i)))];

    /// <summary>The request count until the decision that half of all runs did not exceed; null when fewer than half decided.</summary>
    public static Catch? Median(IReadOnlyCollection<Catch?> results) =>
        results.OrderBy(result => result?.Requests ?? long.MaxValue).ElementAt((results.Count - 1) / 2);

    // Neighbouring seeds give generators that begin alike; multiplying by an odd constant scatters them.
    private static Random Generator(int run) => new(unchecked((int)((uint)(Seed + run) * 2_654_435_761)));
}
