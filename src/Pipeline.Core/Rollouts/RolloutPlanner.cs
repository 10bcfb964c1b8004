using System.Collections.Immutable;
using Pipeline.Core.Environments;

namespace Pipeline.Core.Rollouts;

/// <summary>Makes the plan of a rollout from the definition and what the environment looks like.</summary>
public static class RolloutPlanner
{
    /// <summary>Decides what to do so that the environment serves <paramref name="wanted"/>.</summary>
    public static RolloutDecision Decide(
        ServiceDefinition service,
        DeliveryEnvironment environment,
        EnvironmentSnapshot snapshot,
        WantedVersion wanted,
        DateTimeOffset now
    ) =>
        snapshot.Last switch
        {
            { IsUndecided: true } last when last.Plan.To == wanted.Revision => new RolloutDecision.Continue(last),
            { Phase: RolloutPhase.Held } last => new RolloutDecision.HeldByPerson(last),
            { IsUnderWay: true } last => new RolloutDecision.ReturnFirst(last),
            { Phase: RolloutPhase.Standby } last when snapshot.Serving == wanted.Revision && last.StandbyUntil <= now =>
                new RolloutDecision.Continue(last with { Phase = RolloutPhase.Retiring, PhaseSince = now }),
            _ when snapshot.Serving == wanted.Revision => new RolloutDecision.NothingToDo(),
            _ => new RolloutDecision.Begin(
                RolloutState.Of(Plan(service, environment, snapshot, wanted), snapshot.Epoch, now)
            ),
        };

    private static RolloutPlan Plan(
        ServiceDefinition service,
        DeliveryEnvironment environment,
        EnvironmentSnapshot snapshot,
        WantedVersion wanted
    )
    {
        var kind = (snapshot.Active, environment.Strategy) switch
        {
            (null, _) => RolloutKind.Bootstrap,
            (_, RolloutStrategy.Rolling) => RolloutKind.Rolling,
            _ => RolloutKind.TwoTrack,
        };
        return new RolloutPlan
        {
            Id = $"{service.Name}-{environment.Name}-{NumberOf(snapshot.Last) + 1}",
            Environment = environment.Name,
            Kind = kind,
            Strategy = environment.Strategy.Name,
            StableIsDown = kind == RolloutKind.TwoTrack && snapshot.IsDown,
            Target = (snapshot.Active, kind) switch
            {
                (null, _) => Track.A,
                ({ } active, RolloutKind.Rolling) => active,
                ({ } active, _) => active.Other(),
            },
            To = wanted.Revision,
            From = snapshot.Serving,
            Repository = wanted.Repository,
            Version = wanted.Version,
            Replicas = environment.Replicas,
            Stages = Stages(kind, environment, snapshot.IsDown),
            ReadinessDeadline = environment.ReadinessDeadline,
            Standby = environment.Strategy switch
            {
                RolloutStrategy.BlueGreen blueGreen => blueGreen.Standby,
                RolloutStrategy.Canary canary => canary.Standby,
                _ => TimeSpan.Zero,
            },
        };
    }

    // A stable version that answers nobody is no baseline, and every minute beside it is lost: the fix takes over at once.
    private static ImmutableArray<PlannedStage> Stages(
        RolloutKind kind,
        DeliveryEnvironment environment,
        bool stableIsDown
    ) =>
        (kind, environment.Strategy, stableIsDown) switch
        {
            (RolloutKind.TwoTrack, RolloutStrategy.Canary canary, false) =>
            [
                .. canary.Stages.Select(stage => Planned(stage, environment)),
            ],
            _ => [new PlannedStage(Percent.Full, environment.Replicas, MaximumDuration: null)],
        };

    private static PlannedStage Planned(CanaryStage stage, DeliveryEnvironment environment)
    {
        var split = environment.Routing is TrafficRouting.ReplicaRatio ratio
            ? ReplicaSplit.Of(environment.Replicas, stage.Weight, ratio.MaySurge)
            : null;
        // A weight above zero needs a pod to go to.
        var pods = Math.Max(1, split?.Canary ?? ReplicaSplit.ForRoute(environment.Replicas, stage.Weight));
        return new PlannedStage(stage.Weight, pods, stage.MaximumDuration)
        {
            StableReplicas = split?.Stable,
            MinimumSamples = stage.MinimumSamples,
            WaitsFullDuration = stage.Advance == StageAdvance.AfterFullDuration,
        };
    }

    private static int NumberOf(RolloutState? last) =>
        last is not null && int.TryParse(last.Plan.Id.Split('-')[^1], out var number) ? number : 0;
}
