using System.Collections.Immutable;

namespace Pipeline.Core.Analysis.Verdicts.Journals;

/// <summary>What one look added to the evidence, in the form of evidence, so that a journal grows with the looks and not with their square.</summary>
internal static class EvidenceGrowth
{
    /// <summary>What a stage with this evidence began with.</summary>
    public static StageEvidence Start(this StageEvidence evidence) =>
        new()
        {
            Earlier = evidence.Earlier,
            Metrics = [.. evidence.Metrics.Select(metric => Nothing(metric.Metric) with { Earlier = metric.Earlier })],
        };

    /// <summary>Whether the evidence goes on from an earlier one of the same stage.</summary>
    public static bool GoesOnFrom(this StageEvidence now, StageEvidence before) =>
        now.Ticks.Length >= before.Ticks.Length
        && now.Earlier.Length == before.Earlier.Length
        && before.Metrics.All(metric => GoesOn(Find(now, metric.Metric), metric));

    /// <summary>What was added since.</summary>
    public static StageEvidence Since(this StageEvidence now, StageEvidence before) =>
        now with
        {
            Ticks = now.Ticks[before.Ticks.Length..],
            Earlier = [],
            Metrics = [.. now.Metrics.Select(metric => Since(metric, Find(before, metric.Metric)))],
        };

    /// <summary>The evidence after it grew.</summary>
    public static StageEvidence Plus(this StageEvidence before, StageEvidence growth) =>
        (StageEvidence)growth.GoOnFrom(before) with
        {
            Metrics = [.. growth.Metrics.Select(metric => Plus(Find(before, metric.Metric), metric))],
        };

    private static bool GoesOn(MetricEvidence now, MetricEvidence before) =>
        now.Ticks.Length >= before.Ticks.Length
        && now.Points.Length >= before.Points.Length
        && now.Answers.Length >= before.Answers.Length;

    private static MetricEvidence Since(MetricEvidence now, MetricEvidence before) =>
        now with
        {
            Ticks = now.Ticks[before.Ticks.Length..],
            Earlier = [],
            Points = now.Points[before.Points.Length..],
            Answers = now.Answers[before.Answers.Length..],
        };

    private static MetricEvidence Plus(MetricEvidence before, MetricEvidence growth) =>
        (MetricEvidence)growth.GoOnFrom(before) with
        {
            Points = before.Points.AddRange(growth.Points),
            Answers = before.Answers.AddRange(growth.Answers),
        };

    private static MetricEvidence Find(StageEvidence evidence, string metric) =>
        evidence.Metrics.FirstOrDefault(seen => seen.Metric == metric) ?? Nothing(metric);

    private static MetricEvidence Nothing(string metric) => new() { Metric = metric };
}
