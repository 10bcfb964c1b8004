using k8s;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Manifests;
using Pipeline.Kubernetes.Metrics;
using Pipeline.Kubernetes.Rollouts;
using Pipeline.Kubernetes.Routing;
using Pipeline.Kubernetes.Status;

namespace Pipeline.Components.Deliver;

/// <summary>What an environment consists of in the cluster: tracks, route, state and history.</summary>
/// <param name="client">The cluster.</param>
/// <param name="service">The service.</param>
/// <param name="environment">The environment.</param>
/// <param name="clock">The time.</param>
internal sealed class EnvironmentObjects(
    IKubernetes client,
    ServiceDefinition service,
    DeliveryEnvironment environment,
    TimeProvider clock
)
{
    // One for the whole run: connections are kept, and nothing in it belongs to an environment.
    private static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan };

    private readonly PodMetricSource pods = new(client, service, environment.Name, clock);

    private ITrafficRouter Router => TrafficRouters.Of(client, service.Names, environment, Tracks(environment));

    /// <summary>The state of its rollout.</summary>
    public ConfigMapRolloutStore Store { get; } = new(client, service.Names, environment.Name);

    /// <summary>The smoke check of its tracks.</summary>
    public SmokeCheck Smoke { get; } =
        new(client, service, environment.Name, clock)
        {
            Previews = environment.Strategy is RolloutStrategy.BlueGreen { PreviewChecks: var paths } ? paths : [],
        };

    /// <summary>The revisions that served it.</summary>
    public RevisionHistory History { get; } = new(client, service.Names, environment.Name);

    /// <summary>What it looks like, for people.</summary>
    public StatusReader Status =>
        new(client, service.Names, environment.Name, clock)
        {
            Tracks = Tracks(environment),
            Router = Router,
            Store = Store,
        };

    /// <summary>Its tracks, to be looked at.</summary>
    public TrackOperations Tracks(DeliveryEnvironment wanted) =>
        new(client, service, wanted, _ => throw new InvalidOperationException("nothing is installed without a plan"));

    /// <summary>What it looks like now.</summary>
    public async Task<EnvironmentSnapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        var tracks = Tracks(environment);
        var last = await Store.LoadAsync(cancellationToken);
        var front = await tracks.FrontAsync(cancellationToken);
        var serving = front is { } track ? await tracks.RevisionAsync(track, cancellationToken) : null;
        var split = await Router.ReadAsync(cancellationToken);
        // A front Service whose track was never filled is the trace of a first version that did not make it.
        var hasServed = last is null
            ? serving is not null
            : last.Plan.Kind != RolloutKind.Bootstrap || last.Outcome == RolloutOutcome.Promoted;
        var ready = front is { } active ? (await tracks.ObserveAsync(active, cancellationToken)).Ready : 0;
        return new EnvironmentSnapshot(hasServed ? front : null, serving, split?.Epoch ?? 0, last)
        {
            IsDown = hasServed && ready == 0,
        };
    }

    /// <summary>What the executor of a rollout acts on.</summary>
    /// <param name="wanted">The environment with the configuration to deliver.</param>
    /// <param name="plan">The rollout.</param>
    /// <param name="looked">Is told each look at a stage.</param>
    public async Task<ClusterWorld> WorldAsync(
        DeliveryEnvironment wanted,
        RolloutPlan plan,
        Action<RolloutState, StageRecord, RolloutObservation.Judged> looked
    )
    {
        var before = plan.From is { } from ? await History.VersionOfAsync(from, CancellationToken.None) : null;
        return new ClusterWorld
        {
            Tracks = new TrackOperations(
                client,
                service,
                wanted,
                revision => new TrackImage(
                    $"{plan.Repository}@{revision.ImageDigest}",
                    revision.ImageDigest,
                    revision == plan.From ? before : plan.Version
                )
            ),
            Router = Router,
            Smoke = Smoke,
            Metrics = pods,
            Sources = Sources(wanted),
            History = History,
            Service = service,
            Environment = wanted,
            ProgramVersion = ProgramVersion.Current,
            Clock = clock,
            Looked = looked,
        };
    }

    /// <summary>Demands what the metrics need, before a rollout depends on them.</summary>
    /// <exception cref="DeliveryException">Something is missing.</exception>
    public Task DemandMetricsAsync(RolloutPlan plan, CancellationToken cancellationToken) =>
        new MetricPreconditions(pods, service, environment, Environment.GetEnvironmentVariable).DemandAsync(
            plan.Stable,
            cancellationToken
        );

    private MetricSources Sources(DeliveryEnvironment wanted)
    {
        var secret = wanted.Prometheus?.Login?.SecretVariable;
        return new MetricSources(
            service,
            wanted,
            Http,
            secret is null ? null : Environment.GetEnvironmentVariable(secret),
            clock
        );
    }
}
