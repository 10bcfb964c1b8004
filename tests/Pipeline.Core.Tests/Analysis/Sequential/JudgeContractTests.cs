using JudgeContract;

namespace Pipeline.Core.Tests.Analysis.Sequential;

/// <summary>The error rates of the sequential judge; <c>benchmarks/JudgeContract</c> prints the whole table.</summary>
public class JudgeContractTests
{
    private const int FewRuns = 1000;
    private const int ManyRuns = 10_000;

    [Theory]
    [InlineData(FewRuns, 17)]
    [InlineData(ManyRuns, 123)]
    public void Tolerates_what_chance_explains_of_one_percent(int runs, int failures)
    {
        Assert.Equal(failures, Contract.Tolerated(Contract.Alpha, runs));
    }

    [Fact]
    public void Equal_tracks_seldom_fail() =>
        SeldomFail(
            Contract.EqualTracks.Where(scenario => scenario is { PerTick: 50, Split: 0.05, Name: not "0 %" }),
            FewRuns
        );

    [Fact]
    [Trait("Category", "Slow")]
    public void Equal_tracks_fail_in_at_most_123_of_10000_runs() => SeldomFail(Contract.EqualTracks, ManyRuns);

    [Fact]
    public void A_version_at_the_trigger_seldom_fails_or_passes() =>
        SeldomDecides(Contract.AtTrigger.Where(scenario => scenario.PerTick == 50), FewRuns);

    [Fact]
    [Trait("Category", "Slow")]
    public void A_version_at_the_trigger_fails_in_at_most_123_and_passes_in_at_most_551_of_10000_runs()
    {
        Assert.Equal(551, Contract.Tolerated(Contract.Beta, ManyRuns));
        SeldomDecides(Contract.AtTrigger, ManyRuns);
    }

    [Fact]
    public void At_five_requests_a_side_and_tick_ten_percent_errors_are_told_from_two()
    {
        var worse = Contract.WorseVersions.Single(scenario => scenario is { Name: "2 -> 10 %", PerTick: 10 });

        var results = Contract.Repeat(FewRuns, random => worse.Run(random, Contract.Alpha));

        Assert.InRange(results.Count(result => result is not null), 850, FewRuns);
        Assert.InRange(Contract.Median(results)!.Requests, 1, 180);
    }

    private static void SeldomFail(IEnumerable<ComparisonScenario> scenarios, int runs) =>
        Assert.All(
            scenarios,
            scenario =>
            {
                var results = Contract.Repeat(runs, random => scenario.Run(random, Contract.Alpha));

                Assert.InRange(
                    results.Count(result => result is not null),
                    0,
                    Contract.Tolerated(Contract.Alpha, runs)
                );
            }
        );

    private static void SeldomDecides(IEnumerable<TriggerScenario> scenarios, int runs) =>
        Assert.All(
            scenarios,
            scenario =>
            {
                var results = Contract.Repeat(runs, random => scenario.Run(random, Contract.Alpha, Contract.Beta));

                Assert.InRange(
                    results.Count(result => result.Over is not null),
                    0,
                    Contract.Tolerated(Contract.Alpha, runs)
                );
                Assert.InRange(
                    results.Count(result => result.Under is not null),
                    0,
                    Contract.Tolerated(Contract.Beta, runs)
                );
            }
        );
}
