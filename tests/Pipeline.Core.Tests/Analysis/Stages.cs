using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Verdicts;

namespace Pipeline.Core.Tests.Analysis;

/// <summary>The metrics and stages of a production environment.</summary>
internal static class Stages
{
    public static MetricDefinition ErrorRate { get; } =
        new()
        {
            Name = "error rate",
            Kind = new MetricKind.ErrorRate(SuccessBelow: Percent.Of(0.1m), RollbackAbove: Percent.Of(1)),
            NoData = new NoDataPolicy.Hold(),
        };

    public static MetricDefinition Latency { get; } =
        new()
        {
            Name = "p95 latency",
            Kind = new MetricKind.Latency(95, TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(1000)),
            NoData = new NoDataPolicy.Hold(),
        };

    public static StageRules Rules { get; } =
        new()
        {
            Metrics = [ErrorRate, Latency],
            MaximumDuration = TimeSpan.FromSeconds(60),
            JudgedStages = 3,
        };

    public static StageRules RulesOf(params MetricDefinition[] metrics) => Rules with { Metrics = [.. metrics] };

    /// <summary>Requests of which some failed, took over 500 ms or over 1000 ms; the others took under 100 ms.</summary>
    public static RequestCounts Requests(long count, long errors = 0, long slow = 0, long verySlow = 0) =>
        new()
        {
            Requests = count,
            Errors = errors,
            Timed = count,
            Buckets = [new(0.1, count - slow), new(0.5, count - slow), new(1, count - verySlow)],
        };

    public static StageEvidence Seen(RequestCounts canary, RequestCounts? stable = null, TrackHealth? health = null) =>
        StageEvidence.None.And(canary, stable, health);

    public static StageEvidence And(
        this StageEvidence evidence,
        RequestCounts canary,
        RequestCounts? stable = null,
        TrackHealth? health = null
    ) =>
        evidence.With(
            new TrackReading.Counted(canary),
            stable is null ? null : new TrackReading.Counted(stable),
            health ?? TrackHealth.Good
        );

    public static StageEvidence AndNothing(this StageEvidence evidence, NoDataCause cause = NoDataCause.Unreachable) =>
        evidence.With(new TrackReading.NoData(cause, "the pod answered 500"), null, TrackHealth.Good);

    public static Verdict Judge(this StageRules rules, StageEvidence evidence, int elapsedSeconds = 10) =>
        StageJudge.Judge(rules, evidence, TimeSpan.FromSeconds(elapsedSeconds));
}
