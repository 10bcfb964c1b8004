using System.Collections.Immutable;
using k8s.Autorest;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Manifests;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Tests.Rollouts;

public sealed class TrackOperationsTests
{
    private static readonly DeliveryEnvironment Production = TestDelivery.Production;
    private static readonly Revision Wanted = RevisionOf(Production);

    private readonly StubCluster cluster = new();
    private readonly TrackOperations tracks;

    public TrackOperationsTests() => tracks = OperationsFor(Production);

    [Fact]
    public async Task A_new_environment_gets_services_and_a_route_without_traffic_for_the_target()
    {
        await tracks.PrepareAsync(Track.A, default);

        Assert.NotNull(cluster.Find(Paths.Service("a")));
        Assert.NotNull(cluster.Find(Paths.Service("b")));
        Assert.Equal(Track.A, await tracks.FrontAsync(default));
        Assert.Equal(0, new StubTraffic(cluster).WeightOfA);
    }

    [Fact]
    public async Task Preparing_again_leaves_weights_and_front_as_they_are()
    {
        await tracks.PrepareAsync(Track.A, default);
        await tracks.SwitchFrontAsync(Track.B, default);
        cluster.Changes.Clear();

        await tracks.PrepareAsync(Track.A, default);

        Assert.Empty(cluster.Changes);
        Assert.Equal(Track.B, await tracks.FrontAsync(default));
    }

    [Fact]
    public async Task A_revision_is_installed_together_with_its_configuration()
    {
        await tracks.InstallAsync(Track.B, Wanted, replicas: 3, default);

        var map = cluster.Find(ConfigurationPath(Production))!;
        var deployment = cluster.Find(Paths.TrackB)!;
        Assert.Equal("warn", (string?)map["data"]!["LOG__LEVEL"]);
        Assert.Equal(3, (int?)deployment["spec"]!["replicas"]);
        Assert.Equal(Wanted, await tracks.RevisionAsync(Track.B, default));
        Assert.Equal("1.2.3", (string?)deployment["metadata"]!["labels"]![ObjectMarks.VersionLabel]);
    }

    [Fact]
    public async Task Every_write_of_an_installation_is_an_apply_in_the_pipelines_name()
    {
        await tracks.InstallAsync(Track.B, Wanted, replicas: 3, default);

        Assert.All(
            cluster.Api.Requests,
            request =>
            {
                Assert.Equal("application/apply-patch+yaml", request.ContentType);
                Assert.EndsWith("?fieldManager=pipeline&force=true", request.Path);
            }
        );
    }

    [Fact]
    public async Task Installing_again_changes_nothing()
    {
        await tracks.InstallAsync(Track.B, Wanted, replicas: 3, default);
        cluster.Changes.Clear();

        await tracks.InstallAsync(Track.B, Wanted, replicas: 3, default);

        Assert.Empty(cluster.Changes);
    }

    [Fact]
    public async Task A_revision_that_is_installed_again_gets_the_settings_that_it_had()
    {
        await tracks.InstallAsync(Track.A, Wanted, replicas: 3, default);
        var changed = OperationsFor(Production.With([KeyValuePair.Create("LOG__LEVEL", "debug")]));

        await changed.InstallAsync(Track.B, Wanted, replicas: 3, default);

        Assert.Equal("warn", (string?)cluster.Find(ConfigurationPath(Production))!["data"]!["LOG__LEVEL"]);
        Assert.Equal(Wanted, await changed.RevisionAsync(Track.B, default));
    }

    [Fact]
    public async Task A_revision_without_settings_can_be_installed_again()
    {
        var bare = Production with { Configuration = ImmutableSortedDictionary<string, string>.Empty };
        cluster.Put(ConfigurationPath(bare), """{"metadata":{"name":"left"}}""");

        await tracks.InstallAsync(Track.B, RevisionOf(bare), replicas: 1, default);

        Assert.Equal(RevisionOf(bare), await tracks.RevisionAsync(Track.B, default));
    }

    [Fact]
    public async Task The_size_of_a_track_goes_through_its_scale()
    {
        await tracks.InstallAsync(Track.B, Wanted, replicas: 1, default);

        await tracks.ScaleAsync(Track.B, 5, default);

        Assert.Equal(5, (int?)cluster.Find(Paths.TrackB)!["spec"]!["replicas"]);
        Assert.Equal($"{Paths.TrackB}/scale?fieldManager=pipeline", cluster.Api.Requests[^1].Path);
    }

    [Fact]
    public async Task A_track_that_was_never_filled_is_empty_already_and_cannot_grow()
    {
        await tracks.ScaleAsync(Track.B, 0, default);

        await Assert.ThrowsAsync<HttpOperationException>(() => tracks.ScaleAsync(Track.B, 1, default));
    }

    [Fact]
    public async Task The_front_changes_the_track_that_it_points_at_and_nothing_else()
    {
        await tracks.PrepareAsync(Track.A, default);
        var before = cluster.Find(Paths.Front)!.DeepClone();

        await tracks.SwitchFrontAsync(Track.B, default);

        before["spec"]!["selector"]![ObjectMarks.TrackLabel] = "b";
        before["metadata"]!["resourceVersion"] = cluster.Find(Paths.Front)!["metadata"]![
            "resourceVersion"
        ]!.DeepClone();
        Assert.Equal(before.ToJsonString(), cluster.Find(Paths.Front)!.ToJsonString());
        Assert.Equal(Track.B, await tracks.FrontAsync(default));
    }

    [Theory]
    [InlineData("""{"spec":{"selector":{"app":"legacy"}}}""")]
    [InlineData("""{"spec":{"selector":{"pipeline.build/track":"c"}}}""")]
    [InlineData("""{"spec":{}}""")]
    public async Task A_front_that_somebody_else_made_is_not_taken_over(string service)
    {
        cluster.Put(Paths.Front, service);
        cluster.Changes.Clear();

        var refusal = await Assert.ThrowsAsync<ForeignObjectException>(() => tracks.FrontAsync(default));

        Assert.StartsWith("Service production/user-service selects pods without the label", refusal.Message);
        Assert.Empty(cluster.Changes);
    }

    [Fact]
    public async Task An_empty_environment_has_no_front_no_revision_and_no_pods()
    {
        Assert.Null(await tracks.FrontAsync(default));
        Assert.Null(await tracks.RevisionAsync(Track.A, default));
        Assert.Equal(new RolloutObservation.TrackSeen(Track.A, 0, 0), await tracks.ObserveAsync(Track.A, default));
    }

    [Fact]
    public async Task Pods_that_are_ready_are_seen_without_looking_at_each()
    {
        await tracks.InstallAsync(Track.B, Wanted, replicas: 3, default);
        cluster.Api.Requests.Clear();

        var seen = await tracks.ObserveAsync(Track.B, default);

        Assert.Equal(new RolloutObservation.TrackSeen(Track.B, 3, 3), seen);
        Assert.Single(cluster.Api.Requests);
    }

    [Fact]
    public async Task Pods_that_are_not_ready_are_asked_for_their_trouble()
    {
        cluster.PodsBecomeReady = false;
        cluster.ContainerStatus = _ =>
            """{"name":"app","ready":false,"state":{"waiting":{"reason":"ImagePullBackOff","message":"no such image"}}}""";
        await tracks.InstallAsync(Track.B, Wanted, replicas: 2, default);

        var seen = await tracks.ObserveAsync(Track.B, default);

        Assert.Equal(
            new RolloutObservation.TrackSeen(Track.B, 2, 0, "pod user-service-b-1: ImagePullBackOff, no such image"),
            seen
        );
    }

    private static Revision RevisionOf(DeliveryEnvironment environment) =>
        new($"sha256:{new string('a', 64)}", ConfigurationHash.Of(environment.Configuration));

    private static string ConfigurationPath(DeliveryEnvironment environment) =>
        $"/api/v1/namespaces/production/configmaps/user-service-config-{ConfigurationHash.Of(environment.Configuration).Short}";

    private TrackOperations OperationsFor(DeliveryEnvironment environment) =>
        new(
            cluster.Api.Client(),
            TestDelivery.Service,
            environment,
            revision => new TrackImage($"registry/user-service@{revision.ImageDigest}", revision.ImageDigest, "1.2.3")
        );
}
