using Pipeline.Core;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Analysis.Verdicts.Journals;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Manifests;
using Pipeline.Kubernetes.Metrics;
using Pipeline.Kubernetes.Rollouts;
using Pipeline.Kubernetes.Routing;

namespace Pipeline.Kubernetes.Tests.Rollouts;

/// <summary>A production environment on a stub cluster, in which the old revision serves with five pods of track a.</summary>
internal sealed class StubProduction
{
    private static readonly ObjectNames Names = TestDelivery.Service.Names;

    private readonly DeliveryEnvironment definition;

    private StubProduction(DeliveryEnvironment definition)
    {
        this.definition = definition;
        Traffic = new StubTraffic(Cluster);
    }

    public static Revision Old { get; } = RevisionOf('a');

    public static Revision New { get; } = RevisionOf('b');

    public static DeliveryEnvironment Environment { get; } =
        TestDelivery.Production with
        {
            Strategy = new RolloutStrategy.Canary { Stages = [StageAt(5), StageAt(25), StageAt(100)] },
            Metrics =
            [
                new MetricDefinition
                {
                    Name = "error rate",
                    Kind = new MetricKind.ErrorRate(SuccessBelow: Percent.Of(0.1m), RollbackAbove: Percent.Of(1)),
                    NoData = new NoDataPolicy.Hold(),
                },
            ],
        };

    public ManualClock Clock { get; } = new();

    public StubCluster Cluster { get; } = new();

    public StubTraffic Traffic { get; }

    /// <summary>What was seen at each look at a stage, and what followed.</summary>
    public List<(StageRecord Record, RolloutObservation.Judged Judged)> Looks { get; } = [];

    public TrackOperations Tracks =>
        new(
            Cluster.Api.Client(),
            TestDelivery.Service,
            definition,
            revision => new TrackImage($"registry/user-service@{revision.ImageDigest}", revision.ImageDigest)
        );

    public PodMetricSource Metrics => new(Cluster.Api.Client(), TestDelivery.Service, "production", Clock);

    public ITrafficRouter Router => TrafficRouters.Of(Cluster.Api.Client(), Names, definition, Tracks);

    public static async Task<StubProduction> ServingAsync(DeliveryEnvironment? environment = null)
    {
        var production = new StubProduction(environment ?? Environment);
        await production.Tracks.PrepareAsync(Track.A, default);
        await production.Tracks.InstallAsync(Track.A, Old, Environment.Replicas, default);
        await production.Router.SetAsync(Track.A, Percent.Full, 0, default);
        production.Cluster.Changes.Clear();
        return production;
    }

    /// <summary>The new revision's rollout before anything has happened.</summary>
    public RolloutState Begin(DeliveryEnvironment? environment = null)
    {
        var snapshot = new EnvironmentSnapshot(Track.A, Old, Epoch: 1, Last: null);
        var decision = RolloutPlanner.Decide(
            TestDelivery.Service,
            environment ?? definition,
            snapshot,
            new WantedVersion(New, "registry/user-service", "1.2.3"),
            Clock.GetUtcNow()
        );
        return Assert.IsType<RolloutDecision.Begin>(decision).State;
    }

    /// <summary>Runs a rollout until an executor has nothing more to do.</summary>
    public Task<RolloutState> RunAsync(RolloutState state, CancellationToken stop = default)
    {
        var store = new ConfigMapRolloutStore(Cluster.Api.Client(), Names, "production");
        var executor = new RolloutExecutor(World(), store, Clock, _ => { });
        return Clock.RunAsync(async () =>
        {
            await store.LoadAsync(default);
            return await executor.RunAsync(state, stop);
        });
    }

    public ClusterWorld World(DeliveryEnvironment? environment = null) =>
        new()
        {
            Tracks = Tracks,
            Router = Router,
            Smoke = new SmokeCheck(Cluster.Api.Client(), TestDelivery.Service, "production", Clock),
            Metrics = Metrics,
            History = new RevisionHistory(Cluster.Api.Client(), Names, "production"),
            Service = TestDelivery.Service,
            Environment = environment ?? definition,
            ProgramVersion = "0.0.0",
            Clock = Clock,
            Looked = Look,
        };

    // Every verdict of every test can be reached again from its record.
    private void Look(RolloutState state, StageRecord record, RolloutObservation.Judged judged)
    {
        var readBack = StableJson.Read<StageRecord>(StableJson.WriteCompact(record), "record");
        Assert.Empty(Replay.Differences(readBack));
        Looks.Add((record, judged));
    }

    private static CanaryStage StageAt(int weight) => new(Percent.Of(weight), TimeSpan.FromSeconds(20));

    private static Revision RevisionOf(char digit) =>
        new($"sha256:{new string(digit, 64)}", ConfigurationHash.Of(TestDelivery.Production.Configuration));
}
