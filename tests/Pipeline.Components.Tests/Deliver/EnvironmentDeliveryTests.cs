using System.Net;
using System.Text.Json.Nodes;
using Pipeline.Components.Deliver;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Tests.Rollouts;
using static Pipeline.Components.Tests.Deliver.DeliveryFixture;

namespace Pipeline.Components.Tests.Deliver;

[Collection(nameof(LogCollection))]
public sealed class EnvironmentDeliveryTests : IDisposable
{
    private readonly DeliveryFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task A_first_version_is_installed_checked_and_reported()
    {
        var report = await fixture.DeliverAsync(Development, Image('a'));

        Assert.Equal("user-service-development-1", report.Rollout);
        Assert.Equal("ready, smoke check passed", report.Sentence);
        Assert.Equal(Image('a').Digest, report.Revision.ImageDigest);
        Assert.NotNull(fixture.Cluster.Find("/api/v1/namespaces/development"));
    }

    [Fact]
    public async Task What_serves_already_leaves_nothing_to_do()
    {
        await fixture.DeliverAsync(Development, Image('a'));
        fixture.Cluster.Changes.Clear();

        var report = await fixture.DeliverAsync(Development, Image('a'));

        Assert.Equal(("user-service-development-1", "verified before"), (report.Rollout, report.Sentence));
        Assert.All(fixture.Cluster.Changes, change => Assert.Contains("/leases/", change));
    }

    [Fact]
    public async Task What_was_verified_before_but_does_not_serve_is_no_success()
    {
        await fixture.DeliverAsync(Development, Image('a'));
        fixture.Traffic.Smoke = HttpStatusCode.InternalServerError;

        var refusal = await RefusalOfAsync(() => fixture.DeliverAsync(Development, Image('a')));

        Assert.Equal(ExitCode.NeverReady, refusal.ExitCode);
        Assert.Contains("was verified before, but does not serve", refusal.Message);
    }

    [Fact]
    public async Task A_rolling_environment_is_updated_in_place()
    {
        await fixture.DeliverAsync(Development, Image('a'));

        var report = await fixture.DeliverAsync(Development, Image('b'));

        Assert.Equal("user-service-development-2", report.Rollout);
        Assert.Null(fixture.Cluster.Find(Paths.TrackB.Replace("production", "development")));
    }

    [Fact]
    public async Task An_environment_that_another_run_delivers_to_is_left_to_it()
    {
        await using var other = await fixture.HoldAsync(Development);

        var refusal = await RefusalOfAsync(() => fixture.DeliverAsync(Development, Image('a')));

        Assert.Equal(ExitCode.LeaseHeld, refusal.ExitCode);
        Assert.StartsWith("development: runner/1 is rolling out", refusal.Message);
    }

    [Fact]
    public async Task A_namespace_that_a_real_cluster_lacks_is_for_an_administrator_to_make()
    {
        var refusal = await RefusalOfAsync(() => fixture.DeliverAsync(Development, Image('a'), rehearsal: false));

        Assert.Equal(
            "stub has no namespace development: an administrator applies manifests/development/role.yaml once",
            refusal.Message
        );
        Assert.Empty(fixture.Cluster.Changes);
    }

    [Fact]
    public async Task The_first_canary_of_a_rehearsal_replaces_the_same_image()
    {
        var report = await fixture.DeliverAsync(Production, Image('a'));

        Assert.Equal("user-service-production-2", report.Rollout);
        Assert.StartsWith("error rate 0 % of ", report.Sentence);
        Assert.Equal(fixture.ImageOn(Paths.TrackA), fixture.ImageOn(Paths.TrackB));
        Assert.Equal(0, fixture.Traffic.WeightOfA);
        Assert.NotEqual(RevisionOf(1), RevisionOf(2));
    }

    [Fact]
    public async Task The_first_version_of_a_real_cluster_is_rolled_out_once()
    {
        fixture.Cluster.Put("/api/v1/namespaces/production", """{"metadata":{"name":"production"}}""");

        var report = await fixture.DeliverAsync(Production, Image('a'), rehearsal: false);

        Assert.Equal("user-service-production-1", report.Rollout);
        Assert.Equal(100, fixture.Traffic.WeightOfA);
    }

    [Fact]
    public async Task A_version_with_errors_is_rolled_back_with_its_numbers()
    {
        await fixture.DeliverAsync(Production, Image('a'));
        fixture.Traffic.ErrorRate = track => track == Track.A ? Percent.Of(10) : Percent.Zero;

        var refusal = await RefusalOfAsync(() => fixture.DeliverAsync(Production, Image('b')));

        Assert.Equal(ExitCode.RolledBack, refusal.ExitCode);
        Assert.StartsWith("production: rolled back: error rate 10 % of ", refusal.Message);
        Assert.Equal(0, fixture.Traffic.WeightOfA);
    }

    [Fact]
    public async Task A_first_version_that_did_not_make_it_leaves_an_empty_environment()
    {
        fixture.Traffic.Smoke = HttpStatusCode.InternalServerError;
        await RefusalOfAsync(() => fixture.DeliverAsync(Development, Image('a')));
        fixture.Traffic.Smoke = HttpStatusCode.OK;

        using var log = new CapturedLog();
        await fixture.DeliverAsync(Development, Image('b'));

        Assert.Contains(log.Lines, line => line.Contains("first version: nothing to compare with"));
    }

    [Fact]
    public async Task A_rollout_that_was_left_in_the_middle_goes_on()
    {
        await fixture.DeliverAsync(Production, Image('a'));
        fixture.DieAtTheNextLook();
        await Assert.ThrowsAsync<RunDiedException>(() => fixture.DeliverAsync(Production, Image('b')));
        fixture.Cluster.Instead = _ => null;

        var report = await fixture.DeliverAsync(Production, Image('b'));

        Assert.Equal("user-service-production-3", report.Rollout);
        Assert.Equal(100, fixture.Traffic.WeightOfA);
    }

    [Fact]
    public async Task A_rollout_of_another_version_that_was_left_in_the_middle_is_taken_back_first()
    {
        await fixture.DeliverAsync(Production, Image('a'));
        fixture.DieAtTheNextLook();
        await Assert.ThrowsAsync<RunDiedException>(() => fixture.DeliverAsync(Production, Image('b')));
        fixture.Cluster.Instead = _ => null;

        using var log = new CapturedLog();
        var report = await fixture.DeliverAsync(Production, Image('c'));

        Assert.Equal("user-service-production-4", report.Rollout);
        Assert.Contains(Image('c').Digest, fixture.ImageOn(Paths.TrackA));
        Assert.Contains(log.Lines, line => line.EndsWith("-3 was left in the middle: returning to the version before"));
    }

    [Fact]
    public async Task A_version_that_was_left_before_it_was_installed_is_given_up_without_its_configuration()
    {
        await fixture.DeliverAsync(Development, Image('a'));
        fixture.Cluster.Instead = request =>
            request.Path.Contains("/user-service-config-") ? throw new RunDiedException() : null;
        var faulty = Development.With([KeyValuePair.Create("FAULTS__ERRORRATE", "0.05")]);
        await Assert.ThrowsAsync<RunDiedException>(() => fixture.DeliverAsync(faulty, Image('b')));
        fixture.Cluster.Instead = _ => null;

        var report = await fixture.DeliverAsync(Development, Image('c'));

        Assert.Equal("user-service-development-3", report.Rollout);
    }

    [Fact]
    public async Task An_environment_whose_state_was_deleted_still_serves_and_is_not_overwritten()
    {
        await fixture.DeliverAsync(Production, Image('a'));
        fixture.Cluster.Remove(Paths.State);
        var serving = fixture.ImageOn(Paths.TrackB);

        await fixture.DeliverAsync(Production, Image('b'));

        Assert.Equal(serving, fixture.ImageOn(Paths.TrackB));
        Assert.Equal(100, fixture.Traffic.WeightOfA);
    }

    [Fact]
    public async Task A_state_that_someone_else_writes_meanwhile_ends_the_run()
    {
        await fixture.DeliverAsync(Production, Image('a'));
        fixture.Cluster.Instead = request =>
        {
            if (request.Path.EndsWith("/metrics"))
                Overwrite(fixture.Cluster.Find(Paths.State)!.DeepClone());
            return null;
        };

        var refusal = await RefusalOfAsync(() => fixture.DeliverAsync(Production, Image('b')));

        Assert.Equal(ExitCode.LeaseHeld, refusal.ExitCode);
        Assert.Contains("was changed by someone else while user-service-production-3 ran", refusal.Message);
    }

    [Fact]
    public async Task A_fix_for_a_version_that_answers_nobody_takes_over_without_being_compared()
    {
        await fixture.DeliverAsync(Production, Image('a'));
        fixture.Cluster.LosePods(Paths.TrackB);

        var report = await fixture.DeliverAsync(Production, Image('b'));

        Assert.Equal("ready, smoke check passed", report.Sentence);
        Assert.Equal(100, fixture.Traffic.WeightOfA);
    }

    [Fact]
    public async Task A_run_that_loses_its_lease_says_so_and_sends_all_traffic_back()
    {
        await fixture.DeliverAsync(Production, Image('a'));
        fixture.Traffic.RequestsPerLook = 0;
        fixture.Cluster.Instead = request =>
            request.Path.StartsWith(Paths.Lease, StringComparison.Ordinal)
            && fixture.ImageOn(Paths.TrackA) is { } image
            && image.EndsWith(Image('b').Digest, StringComparison.Ordinal)
                ? (HttpStatusCode.Forbidden, "")
                : null;

        using var log = new CapturedLog();
        var refusal = await RefusalOfAsync(() => fixture.DeliverAsync(Production, Image('b')));

        Assert.Equal(ExitCode.Aborted, refusal.ExitCode);
        Assert.Equal(0, fixture.Traffic.WeightOfA);
        Assert.Contains(log.Lines, line => line.EndsWith("the lease is lost: this run gives up"));
    }

    [Fact]
    public async Task A_run_that_is_interrupted_sends_all_traffic_back()
    {
        await fixture.DeliverAsync(Production, Image('a'));
        using var stop = new CancellationTokenSource();
        fixture.Cluster.Instead = request =>
        {
            if (request.Path.EndsWith("/metrics"))
                stop.Cancel();
            return null;
        };

        var refusal = await RefusalOfAsync(() => fixture.DeliverAsync(Production, Image('b'), stop: stop.Token));

        Assert.Equal(ExitCode.Aborted, refusal.ExitCode);
        Assert.Equal(0, fixture.Traffic.WeightOfA);
    }

    private static Task<DeliveryException> RefusalOfAsync(Func<Task> deliver) =>
        Assert.ThrowsAsync<DeliveryException>(deliver);

    private string? RevisionOf(int number) =>
        (string?)fixture.Cluster.Find(Paths.History(number))!["data"]!["revision"];

    private void Overwrite(JsonNode map)
    {
        map["data"]!["state.json"] = "{}";
        fixture.Cluster.Put(Paths.State, map.ToJsonString());
    }
}
