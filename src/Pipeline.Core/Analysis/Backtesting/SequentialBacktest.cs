using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;
using Pipeline.Core.Analysis.Verdicts;

namespace Pipeline.Core.Analysis.Backtesting;

/// <summary>What our own judge would have decided: the same that judges rollouts.</summary>
internal static class SequentialBacktest
{
    private const string Judge = "this pipeline's judge";

    public static BacktestDecision Run(MetricHistory history, BacktestRules limits)
    {
        var metric = MetricOf(history, limits);
        var rules = new StageRules
        {
            Metrics = [metric],
            // The end of the history is not the end of the stage.
            MaximumDuration = history.Rows[^1].At - history.Rows[0].At + TimeSpan.FromMinutes(1),
            JudgedStages = 1,
        };

        var evidence = StageEvidence.None;
        Verdict? verdict = null;
        foreach (var row in history.Rows)
        {
            evidence = Add(evidence, metric, row);
            verdict = StageJudge.Judge(rules, evidence, row.At - history.Rows[0].At);
            if (verdict is Verdict.Pass or Verdict.Fail)
                return new BacktestDecision(
                    Judge,
                    verdict is Verdict.Fail ? BacktestOutcome.RolledBack : BacktestOutcome.Promoted,
                    row.At,
                    history.MinuteOf(row.At),
                    verdict.Sentence
                );
        }

        return new BacktestDecision(Judge, BacktestOutcome.NeverActed, null, null, verdict!.Sentence);
    }

    private static MetricDefinition MetricOf(MetricHistory history, BacktestRules limits) =>
        new()
        {
            Name = history.Metric,
            NoData = new NoDataPolicy.Hold(),
            Source = history.IsGauge
                ? new MetricSource.Prometheus { Query = "history{track=\"{{track}}\"}" }
                : new MetricSource.Pods(),
            Kind = history.IsGauge
                ? new MetricKind.Gauge { WorseWhen = limits.WorseWhen, WorseThanStableBy = limits.WorseBy }
                : new MetricKind.ErrorRate(limits.SuccessBelow, limits.RollbackAbove),
        };

    private static StageEvidence Add(StageEvidence evidence, MetricDefinition metric, HistoryRow row)
    {
        if (metric.Kind is not MetricKind.Gauge gauge)
            return evidence.With(
                Read(row.CanaryCounts),
                row.StableCounts is null ? null : Read(row.StableCounts),
                TrackHealth.Good
            );
        if (row.CanaryGauge is not { } value)
            return evidence.With(metric.Name, new MetricLook(Missing, null));

        GaugePoint[] points = [new GaugePoint(row.At, value, row.StableGauge)];
        return evidence.With(
            metric.Name,
            new MetricLook(new TrackReading.Counted(gauge.Count(points)), null) { Points = [.. points] }
        );
    }

    private static TrackReading Read(Proportion? counts) =>
        counts is null
            ? Missing
            : new TrackReading.Counted(new RequestCounts { Requests = counts.Total, Errors = counts.Bad });

    private static TrackReading Missing { get; } =
        new TrackReading.NoData(NoDataCause.Empty, "the history has no number here");
}
