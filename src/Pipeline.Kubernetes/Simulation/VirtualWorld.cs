using System.Collections.Immutable;
using Pipeline.Core;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Exposition;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Core.Rollouts.Simulation;
using Pipeline.Kubernetes.Metrics;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Simulation;

/// <summary>An environment in memory that behaves as a scenario says, on virtual time; it is looked at as a cluster is.</summary>
/// <param name="service">The service.</param>
/// <param name="environment">The environment.</param>
/// <param name="scenario">What happens.</param>
/// <param name="start">The rollout before anything has happened.</param>
/// <param name="clock">The virtual time.</param>
public sealed class VirtualWorld(
    ServiceDefinition service,
    DeliveryEnvironment environment,
    Scenario scenario,
    RolloutState start,
    VirtualClock clock
) : IRolloutWorld, ITrackMetrics
{
    private readonly ScriptedTraffic traffic = new(scenario, clock, service.TrafficRoute);
    private readonly Dictionary<Track, VirtualTrack> tracks = VirtualTrack.Before(start.Plan);
    private Percent weight = start.Plan.Kind == RolloutKind.Rolling ? Percent.Full : Percent.Zero;
    private long epoch = start.Epoch;
    private Track? front = start.Plan.Kind == RolloutKind.Rolling ? start.Plan.Target : start.Plan.Stable;
    private StageWatch? watch;
    private RolloutState? observed;

    /// <inheritdoc/>
    public Task CarryOutAsync(RolloutState state, RolloutEffect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case RolloutEffect.Install install:
                tracks[install.Track] = Grown(install.Replicas);
                front ??= install.Track;
                break;
            case RolloutEffect.Scale scale when tracks[scale.Track].Desired != scale.Replicas:
                tracks[scale.Track] = Grown(scale.Replicas);
                break;
            case RolloutEffect.SetWeight set when set.Weight != weight || state.Phase != RolloutPhase.Returning:
                if (set.ExpectedEpoch == epoch)
                    (weight, epoch) = (set.Weight, epoch + 1);
                break;
            case RolloutEffect.SwitchFront switched:
                front = switched.Track;
                break;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<RolloutObservation> ObserveAsync(RolloutState state, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isJudging = (state.HeldPhase ?? state.Phase) == RolloutPhase.Judging;
        if (state == observed && !isJudging)
            clock.Pass(RolloutPace.Poll);
        observed = state;
        return state.Phase switch
        {
            RolloutPhase.Checking => Smoke(state.Plan.Target),
            RolloutPhase.Shifting or RolloutPhase.Returning => new RolloutObservation.WeightSeen(weight, epoch),
            RolloutPhase.Judging or RolloutPhase.Held when isJudging => await LookAsync(state, cancellationToken),
            RolloutPhase.Promoting => new RolloutObservation.FrontSeen(front),
            RolloutPhase.Retiring when state is { Outcome: RolloutOutcome.Promoted, Plan.Stable: { } old } => Seen(old),
            _ => Seen(state.Plan.Target),
        };
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<PodScrape>> ScrapeAsync(Track track, CancellationToken cancellationToken)
    {
        var pods = tracks[track].Desired;
        var isNew = track == start.Plan.Target;
        return Task.FromResult<ImmutableArray<PodScrape>>([
            .. from number in Enumerable.Range(1, pods)
            let name = $"{service.Names.ForTrack(track)}-{number}"
            select new PodScrape(
                name,
                Restarts: 0,
                PrometheusText.Parse(traffic.MetricsOf(name, isNew, weight.Value, pods))
            ),
        ]);
    }

    private RolloutObservation.Checked Smoke(Track target) =>
        scenario.SmokeCheckPasses
            ? new RolloutObservation.Checked(true, $"/health, /ready, {service.TrafficRoute} answered 200")
            : new RolloutObservation.Checked(
                false,
                $"smoke check of track {target.Label()}: GET /health answered 500, expected 200"
            );

    private VirtualTrack Grown(int replicas) =>
        new(
            replicas,
            scenario.PodsReadyAfterSeconds is { } seconds && replicas > 0 ? clock.GetUtcNow().AddSeconds(seconds) : null
        );

    private RolloutObservation.TrackSeen Seen(Track track) =>
        new(track, tracks[track].Desired, tracks[track].ReadyAt(clock.GetUtcNow()));

    private async Task<RolloutObservation.Judged> LookAsync(RolloutState state, CancellationToken cancellationToken)
    {
        var canary = (RolloutStrategy.Canary)environment.Strategy;
        if (watch?.Stage != state.Stage)
            watch = await StageWatch.BeginAsync(
                this,
                state,
                environment.RulesOf(canary, state.Stage),
                new RequestSeries { RoutePrefix = service.TrafficRoute },
                others: null,
                watch,
                cancellationToken
            );

        clock.Pass(RolloutPace.Look);
        var record = await watch.LookAsync(clock.GetUtcNow() - state.PhaseSince, "simulated", cancellationToken);
        var share = state.CurrentStage.StableReplicas is null ? watch.Share() : null;
        return StageObservation.Of(record, share, state.CurrentStage);
    }
}
