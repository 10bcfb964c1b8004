using Pipeline.Components.Cluster;
using Pipeline.Components.Deliver;
using Pipeline.Components.Operate;
using Pipeline.Components.Package;
using Pipeline.Core;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Rollouts;
using Pipeline.Kubernetes.Tests;
using Pipeline.Kubernetes.Tests.Rollouts;

namespace Pipeline.Components.Tests.Deliver;

/// <summary>A cluster in memory that images are delivered to.</summary>
internal sealed class DeliveryFixture : IDisposable
{
    private readonly TemporaryFolder records = new();

    public DeliveryFixture() => Traffic = new StubTraffic(Cluster);

    public static DeliveryEnvironment Development { get; } = Services.Good.Environments[0];

    public static DeliveryEnvironment Production { get; } =
        Development with
        {
            Name = "production",
            Replicas = 5,
            Strategy = new RolloutStrategy.Canary
            {
                Stages =
                [
                    new CanaryStage(Percent.Of(25), TimeSpan.FromSeconds(20)),
                    new CanaryStage(Percent.Full, TimeSpan.FromSeconds(20)),
                ],
            },
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

    /// <summary>Folder of the journals.</summary>
    public string Records => records.Path;

    public ManualClock Clock { get; } = new();

    public StubCluster Cluster { get; } = new();

    public StubTraffic Traffic { get; }

    public static ImageRecord Image(char digit) =>
        new("localhost/user-service", $"sha256:{new string(digit, 64)}", $"1.0.0-ci.{digit}", "none");

    public Task<DeliveryReport> DeliverAsync(
        DeliveryEnvironment environment,
        ImageRecord image,
        bool rehearsal = true,
        CancellationToken stop = default
    ) => Clock.RunAsync(() => Delivery(environment, image, rehearsal).DeliverAsync(stop));

    public EnvironmentDelivery Delivery(
        DeliveryEnvironment environment,
        ImageRecord image,
        bool rehearsal = true,
        bool supersedes = false
    ) =>
        new(Connection(rehearsal), ServiceWith(environment), environment, image, Records, Clock)
        {
            Supersedes = supersedes,
            Holder = $"runner/{image.Version}",
        };

    public EnvironmentOperations Operations(DeliveryEnvironment environment) =>
        new(Connection(rehearsal: true), ServiceWith(environment), environment, _ => Records, Clock);

    public void Dispose() => records.Dispose();

    /// <summary>Another run that is at work on the environment until it is disposed of.</summary>
    public Task<RolloutLease> HoldAsync(DeliveryEnvironment environment) =>
        Clock.RunAsync(() =>
            RolloutLease.AcquireAsync(
                Cluster.Api.Client(),
                Services.Good.Names,
                environment.Name,
                "runner/1",
                Clock,
                default
            )
        );

    /// <summary>Lets the run die at its next look at the metrics.</summary>
    public void DieAtTheNextLook() =>
        Cluster.Instead = request =>
            request.Path.EndsWith("/metrics", StringComparison.Ordinal) ? throw new RunDiedException() : null;

    /// <summary>Digest of the image on a track of production.</summary>
    public string? ImageOn(string path) =>
        (string?)Cluster.Find(path)?["spec"]!["template"]!["spec"]!["containers"]![0]!["image"];

    private static ServiceDefinition ServiceWith(DeliveryEnvironment environment) =>
        Services.Good with
        {
            Environments = [environment],
        };

    private ClusterConnection Connection(bool rehearsal) => new(Cluster.Api.Client(), "stub", Gateway: null, rehearsal);
}
