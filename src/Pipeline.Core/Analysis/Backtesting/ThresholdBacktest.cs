using Pipeline.Core.Analysis.Metrics;

namespace Pipeline.Core.Analysis.Backtesting;

/// <summary>What checks of each minute against a limit would have decided, as canary controllers make them: failed checks add up and are never forgiven.</summary>
internal static class ThresholdBacktest
{
    /// <summary>Runs the checks.</summary>
    /// <param name="history">The history.</param>
    /// <param name="rules">The limits.</param>
    /// <param name="allowed">The failed check that acts.</param>
    public static BacktestDecision Run(MetricHistory history, BacktestRules rules, int allowed)
    {
        var judge = allowed == 1 ? "plain threshold, first failed check" : $"plain threshold, {allowed} failed checks";
        var failed = 0;
        var checks = history.Rows.GroupBy(row => history.MinuteOf(row.At)).ToList();
        foreach (var minute in checks)
        {
            if (Problem(history, rules, [.. minute]) is not { } problem || ++failed < allowed)
                continue;
            return new BacktestDecision(judge, BacktestOutcome.RolledBack, minute.Last().At, minute.Key, problem);
        }

        return new BacktestDecision(
            judge,
            BacktestOutcome.NeverActed,
            null,
            null,
            $"{failed} of {checks.Count} checks failed"
        );
    }

    // No data is a failed check, as the controllers have it.
    private static string? Problem(MetricHistory history, BacktestRules rules, List<HistoryRow> minute)
    {
        if (!history.IsGauge)
        {
            var counts = minute.Select(row => row.CanaryCounts).OfType<Counters.Proportion>().ToList();
            var seen = new Counters.Proportion(counts.Sum(row => row.Bad), counts.Sum(row => row.Total));
            return seen.Total == 0 ? "no data in this minute"
                : seen.Rate > rules.RollbackAbove.Fraction
                    ? $"{history.Metric} {seen} is above {rules.RollbackAbove} in this minute"
                : null;
        }

        var points = minute.Where(row => row is { CanaryGauge: not null, StableGauge: not null }).ToList();
        if (points.Count == 0)
            return "no data in this minute";
        var (canary, stable) = (
            points.Average(row => row.CanaryGauge!.Value),
            points.Average(row => row.StableGauge!.Value)
        );
        var change = rules.WorseWhen switch
        {
            Direction.HigherIsWorse => canary - stable,
            Direction.LowerIsWorse => stable - canary,
            _ => Math.Abs(canary - stable),
        };
        return change > rules.WorseBy.Fraction * Math.Abs(stable)
            ? FormattableString.Invariant(
                $"{history.Metric} {canary:G4} {history.Unit} against {stable:G4} {history.Unit} is worse by more than {rules.WorseBy} in this minute"
            )
            : null;
    }
}
