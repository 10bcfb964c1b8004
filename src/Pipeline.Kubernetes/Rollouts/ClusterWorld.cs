using Pipeline.Core;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Metrics;
using Pipeline.Kubernetes.Routing;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>An environment of a cluster as the executor acts on it.</summary>
public sealed class ClusterWorld : IRolloutWorld
{
    private StageWatch? watch;
    private RolloutState? observed;

    public required TrackOperations Tracks { get; init; }

    public required ITrafficRouter Router { get; init; }

    public required SmokeCheck Smoke { get; init; }

    public required ITrackMetrics Metrics { get; init; }

    /// <summary>Where metrics come from that the pods do not tell; null when there is none.</summary>
    public MetricSources? Sources { get; init; }

    public required RevisionHistory History { get; init; }

    public required ServiceDefinition Service { get; init; }

    public required DeliveryEnvironment Environment { get; init; }

    /// <summary>Version of this program, for the records.</summary>
    public required string ProgramVersion { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Is told each look at a stage, and what follows from it.</summary>
    public required Action<RolloutState, StageRecord, RolloutObservation.Judged> Looked { get; init; }

    /// <inheritdoc/>
    public async Task CarryOutAsync(RolloutState state, RolloutEffect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case RolloutEffect.Install install:
                await Tracks.PrepareAsync(install.Track, cancellationToken);
                await Tracks.InstallAsync(install.Track, install.Revision, install.Replicas, cancellationToken);
                break;
            case RolloutEffect.Scale scale:
                await Tracks.ScaleAsync(scale.Track, scale.Replicas, cancellationToken);
                break;
            case RolloutEffect.SetWeight weight:
                await SetWeightAsync(state, weight, cancellationToken);
                break;
            case RolloutEffect.SwitchFront front:
                await Tracks.SwitchFrontAsync(front.Track, cancellationToken);
                break;
            case RolloutEffect.Record record:
                await History.RecordAsync(
                    record.Revision,
                    record.Revision == state.Plan.To ? state.Plan.Version : null,
                    cancellationToken
                );
                break;
        }
    }

    /// <inheritdoc/>
    public async Task<RolloutObservation> ObserveAsync(RolloutState state, CancellationToken cancellationToken)
    {
        // The first look follows an effect at once; nothing is gained by asking again faster than a cluster works.
        if (state == observed && !IsJudging(state))
            await Task.Delay(RolloutPace.Poll, Clock, cancellationToken);
        observed = state;
        return state.Phase switch
        {
            RolloutPhase.Checking => await Smoke.AskAsync(state.Plan.Target, cancellationToken),
            RolloutPhase.Shifting or RolloutPhase.Returning => await ObserveWeightAsync(state, cancellationToken),
            RolloutPhase.Judging or RolloutPhase.Held when IsJudging(state) => await LookAsync(
                state,
                cancellationToken
            ),
            RolloutPhase.Promoting => new RolloutObservation.FrontSeen(await Tracks.FrontAsync(cancellationToken)),
            RolloutPhase.Retiring when state is { Outcome: RolloutOutcome.Promoted, Plan.Stable: { } old } =>
                await Tracks.ObserveAsync(old, cancellationToken),
            _ => await Tracks.ObserveAsync(state.Plan.Target, cancellationToken),
        };
    }

    // A return that finds the weights where they should be writes nothing.
    private async Task SetWeightAsync(
        RolloutState state,
        RolloutEffect.SetWeight effect,
        CancellationToken cancellationToken
    )
    {
        if (
            state.Phase == RolloutPhase.Returning
            && (await Router.ReadAsync(cancellationToken) is not { } now || now.WeightOf(effect.Track) == effect.Weight)
        )
            return;

        await Router.SetAsync(effect.Track, effect.Weight, effect.ExpectedEpoch, cancellationToken);
    }

    // A stage that is held is watched on.
    private static bool IsJudging(RolloutState state) => (state.HeldPhase ?? state.Phase) == RolloutPhase.Judging;

    private async Task<RolloutObservation.WeightSeen> ObserveWeightAsync(
        RolloutState state,
        CancellationToken cancellationToken
    )
    {
        var split = await Router.ReadAsync(cancellationToken);
        return split is null
            ? new RolloutObservation.WeightSeen(Percent.Zero, state.Epoch)
            : new RolloutObservation.WeightSeen(split.WeightOf(state.Plan.Target), split.Epoch);
    }

    private async Task<RolloutObservation> LookAsync(RolloutState state, CancellationToken cancellationToken)
    {
        var judged = await JudgeAsync(state, cancellationToken);
        // Whoever edits the route in the middle of a stage makes its evidence worthless.
        var split = await ObserveWeightAsync(state, cancellationToken);
        return split.Weight == state.CurrentStage.Weight && split.Epoch == state.Epoch ? judged : split;
    }

    private async Task<RolloutObservation.Judged> JudgeAsync(RolloutState state, CancellationToken cancellationToken)
    {
        if (watch?.Stage != state.Stage)
            watch = await StageWatch.BeginAsync(
                Metrics,
                state,
                Rules(state),
                Series(),
                Others(state),
                watch,
                cancellationToken
            );

        await Task.Delay(RolloutPace.Look, Clock, cancellationToken);
        var elapsed = Clock.GetUtcNow() - state.PhaseSince;
        var record = await watch.LookAsync(
            elapsed > TimeSpan.Zero ? elapsed : TimeSpan.Zero,
            ProgramVersion,
            cancellationToken
        );
        var judged = StageObservation.Of(
            record,
            state.CurrentStage.StableReplicas is null ? watch.Share() : null,
            state.CurrentStage
        );
        Looked(state, record, judged);
        return judged;
    }

    private StageRules Rules(RolloutState state) =>
        Environment.Strategy is RolloutStrategy.Canary canary && state.Stage < canary.Stages.Length
            ? Environment.RulesOf(canary, state.Stage)
            : throw new InvalidOperationException($"{Environment.Name}: only the stages of a canary are judged");

    // At full weight the stable track has no traffic to compare with.
    private SourceWatch? Others(RolloutState state) =>
        Sources is null
            ? null
            : new SourceWatch(
                Sources,
                Rules(state).Metrics,
                state.Plan.Target,
                state.CurrentStage.Weight == Percent.Full ? null : state.Plan.Stable,
                Clock
            );

    private RequestSeries Series() => new() { RoutePrefix = Service.TrafficRoute };
}
