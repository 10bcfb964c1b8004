using System.Collections.Immutable;
using Pipeline.Core;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Metrics;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Collects the evidence of one stage, look by look, and has it judged.</summary>
public sealed class StageWatch
{
    private readonly ITrackMetrics metrics;
    private readonly RolloutState stage;
    private readonly StageRules rules;
    private readonly RequestSeries series;
    private readonly SourceWatch? others;
    private readonly ImmutableDictionary<string, int> restartsBefore;
    private CounterLedger canary;
    private CounterLedger stable;

    private StageWatch(
        ITrackMetrics metrics,
        RolloutState stage,
        StageRules rules,
        RequestSeries series,
        SourceWatch? others,
        StageEvidence evidence,
        ImmutableArray<PodScrape> canary,
        ImmutableArray<PodScrape> stable
    )
    {
        this.metrics = metrics;
        this.stage = stage;
        this.rules = rules;
        this.series = series;
        this.others = others;
        this.canary = CounterLedger.Begin(canary);
        this.stable = CounterLedger.Begin(stable);
        restartsBefore = canary.ToImmutableDictionary(pod => pod.Pod, pod => pod.Restarts);
        Evidence = evidence;
    }

    /// <summary>What was seen so far.</summary>
    public StageEvidence Evidence { get; private set; }

    /// <summary>Index of the stage that is watched.</summary>
    public int Stage => stage.Stage;

    /// <summary>Begins to count: what the pods counted before is no evidence of this stage.</summary>
    /// <param name="metrics">Where the counters are read.</param>
    /// <param name="stage">The rollout, in the stage to watch.</param>
    /// <param name="rules">By what it is judged.</param>
    /// <param name="series">Which counters tell the requests.</param>
    /// <param name="others">The sources beside the pods; null when there is none.</param>
    /// <param name="before">The watch of the stage before; null in the first stage.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public static async Task<StageWatch> BeginAsync(
        ITrackMetrics metrics,
        RolloutState stage,
        StageRules rules,
        RequestSeries series,
        SourceWatch? others,
        StageWatch? before,
        CancellationToken cancellationToken
    )
    {
        var (canary, stable) = await ScrapeAsync(metrics, stage, cancellationToken);
        return new StageWatch(
            metrics,
            stage,
            rules,
            series,
            others,
            before?.Evidence.ForNextStage() ?? StageEvidence.None,
            canary,
            stable
        );
    }

    /// <summary>Looks once more and judges everything seen so far.</summary>
    /// <param name="elapsed">How long the stage has lasted.</param>
    /// <param name="programVersion">Version of this program, for the record.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<StageRecord> LookAsync(
        TimeSpan elapsed,
        string programVersion,
        CancellationToken cancellationToken
    )
    {
        var (newPods, oldPods) = await ScrapeAsync(metrics, stage, cancellationToken);
        (canary, var canaryDelta) = canary.Add(newPods);
        (stable, var stableDelta) = stable.Add(oldPods);
        // At full weight nothing is left to compare with.
        var baseline = stage.CurrentStage.Weight == Percent.Full ? null : series.Read(stableDelta);
        var health = new TrackHealth(
            newPods.Sum(pod => Math.Max(0, pod.Restarts - restartsBefore.GetValueOrDefault(pod.Pod))),
            Math.Max(0, stage.CurrentStage.Replicas - newPods.Count(pod => pod.Exposition is not null))
        );

        Evidence = Evidence.With(series.Read(canaryDelta), baseline, health);
        if (others is not null)
            Evidence = await others.LookAsync(Evidence, cancellationToken);
        return StageRecord.Of(rules, Evidence, elapsed, series.Query, programVersion);
    }

    /// <summary>Whether the traffic is split as the route says; null where that cannot be checked, at full weight.</summary>
    public ShareVerdict? Share() =>
        stage.CurrentStage.Weight == Percent.Full
            ? null
            : ShareCheck.Check(stage.CurrentStage.Weight, Evidence.Canary.Requests, Evidence.Stable.Requests);

    private static async Task<(ImmutableArray<PodScrape> Canary, ImmutableArray<PodScrape> Stable)> ScrapeAsync(
        ITrackMetrics metrics,
        RolloutState stage,
        CancellationToken cancellationToken
    )
    {
        var canary = metrics.ScrapeAsync(stage.Plan.Target, cancellationToken);
        var stable = stage.Plan.Stable is { } track
            ? metrics.ScrapeAsync(track, cancellationToken)
            : Task.FromResult(ImmutableArray<PodScrape>.Empty);
        return (await canary, await stable);
    }
}
