using System.Collections.Immutable;
using Pipeline.Core.Analysis.Intervals;
using Pipeline.Core.Analysis.Metrics;

namespace Pipeline.Core.Analysis.Backtesting;

/// <summary>Asks every judge what it would have decided on a history, row by row, as if each row were the present.</summary>
public static class HistoryBacktest
{
    /// <summary>The decisions of our judge, of plain thresholds and of the interval judge.</summary>
    /// <exception cref="ArgumentException">The rules have problems.</exception>
    public static ImmutableArray<BacktestDecision> Run(MetricHistory history, BacktestRules rules)
    {
        if (rules.Problems().ToList() is [_, ..] problems)
            throw new ArgumentException(string.Join("; ", problems), nameof(rules));

        return
        [
            SequentialBacktest.Run(history, rules),
            ThresholdBacktest.Run(history, rules, allowed: 1),
            ThresholdBacktest.Run(history, rules, allowed: 5),
            ByIntervals("interval judge, every minute", IntervalRules.Sound, history, rules),
            ByIntervals("interval judge as the reference, every minute", IntervalRules.Reference, history, rules),
        ];
    }

    // The window grows from the start, as in the reference; the finest interval is a minute.
    private static BacktestDecision ByIntervals(
        string judge,
        IntervalRules rules,
        MetricHistory history,
        BacktestRules limits
    )
    {
        var metric = new IntervalMetric
        {
            Name = history.Metric,
            WorseWhen = history.IsGauge ? limits.WorseWhen : Direction.HigherIsWorse,
        };
        var last = "no point";
        foreach (var end in LastRowsOfMinutes(history))
        {
            var seen = history.Rows[..(end + 1)];
            var judgement = IntervalJudge.Judge(
                rules,
                metric,
                Points(seen, row => row.Canary),
                Points(seen, row => row.Stable)
            );
            if (judgement.Label is IntervalLabel.High or IntervalLabel.Low)
                return new BacktestDecision(
                    judge,
                    BacktestOutcome.RolledBack,
                    seen[^1].At,
                    history.MinuteOf(seen[^1].At),
                    judgement.Reason
                );
            last = judgement.Reason;
        }

        return new BacktestDecision(judge, BacktestOutcome.NeverActed, null, null, last);
    }

    private static IEnumerable<int> LastRowsOfMinutes(MetricHistory history) =>
        Enumerable
            .Range(0, history.Rows.Length)
            .Where(row =>
                row == history.Rows.Length - 1
                || history.MinuteOf(history.Rows[row + 1].At) > history.MinuteOf(history.Rows[row].At)
            );

    private static List<double> Points(ImmutableArray<HistoryRow> rows, Func<HistoryRow, double?> point) =>
        [.. rows.Select(point).OfType<double>()];
}
