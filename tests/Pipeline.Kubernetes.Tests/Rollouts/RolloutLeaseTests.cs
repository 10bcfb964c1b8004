using System.Net;
using System.Text.Json.Nodes;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Tests.Rollouts;

public sealed class RolloutLeaseTests
{
    private readonly ManualClock clock = new();
    private readonly StubCluster cluster = new();

    [Fact]
    public async Task A_free_environment_is_taken_for_fifteen_seconds()
    {
        await using var lease = await AcquireAsync("runner/1");

        var spec = cluster.Find(Paths.Lease)!["spec"]!;
        Assert.Equal("runner/1", (string?)spec["holderIdentity"]);
        Assert.Equal(15, (int?)spec["leaseDurationSeconds"]);
        Assert.Equal("1970-01-01T00:00:00.000000Z", (string?)spec["renewTime"]);
        Assert.EndsWith("?fieldManager=pipeline", cluster.Api.Requests[^1].Path);
    }

    [Fact]
    public async Task A_holder_that_renews_is_left_alone_and_named()
    {
        await using var first = await AcquireAsync("runner/1");

        var refusal = await Assert.ThrowsAsync<LeaseHeldException>(() => AcquireAsync("runner/2"));

        var since = DateTimeOffset.UnixEpoch.ToLocalTime().ToString("HH:mm:ss");
        Assert.Equal(
            $"production: runner/1 is rolling out, since {since}; wait until it ends, or stop it there",
            refusal.Message
        );
    }

    [Fact]
    public async Task A_holder_that_died_is_waited_out()
    {
        Leave("runner/1", renewed: clock.GetUtcNow());

        await using var lease = await AcquireAsync("runner/2");

        Assert.Equal("runner/2", Holder);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(17));
        Assert.Equal(4, (int?)cluster.Find(Paths.Lease)!["spec"]!["leaseTransitions"]);
    }

    [Fact]
    public async Task A_holder_that_died_long_ago_is_not_waited_for()
    {
        Leave("runner/1", renewed: clock.GetUtcNow().AddMinutes(-1));

        await using var lease = await AcquireAsync("runner/2");

        Assert.Equal("runner/2", Holder);
        Assert.Equal(TimeSpan.Zero, clock.Elapsed);
    }

    [Fact]
    public async Task A_dead_holder_whose_clock_was_ahead_is_waited_out_by_ours()
    {
        Leave("runner/1", renewed: clock.GetUtcNow().AddHours(1));

        await using var lease = await AcquireAsync("runner/2");

        Assert.Equal("runner/2", Holder);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task A_wait_can_be_given_up()
    {
        using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(3), clock);
        Leave("runner/1", renewed: clock.GetUtcNow());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AcquireAsync("runner/2", impatience.Token));

        Assert.Equal("runner/1", Holder);
    }

    [Fact]
    public async Task A_lease_that_was_let_go_is_taken_at_once()
    {
        await (await AcquireAsync("runner/1")).DisposeAsync();

        await using var lease = await AcquireAsync("runner/2");

        Assert.Equal("runner/2", Holder);
        Assert.Equal(TimeSpan.Zero, clock.Elapsed);
    }

    [Fact]
    public async Task Of_two_that_take_a_free_lease_the_slower_one_is_refused()
    {
        cluster.Instead = request =>
        {
            if (request.Method == "POST")
                Leave("runner/1", renewed: clock.GetUtcNow());
            return null;
        };

        await Assert.ThrowsAsync<LeaseHeldException>(() => AcquireAsync("runner/2"));

        Assert.Equal("runner/1", Holder);
    }

    [Fact]
    public async Task A_lease_whose_taking_was_not_answered_is_ours()
    {
        cluster.LoseAnswerTo("POST");

        await using var lease = await AcquireAsync("runner/1");

        Assert.Equal("runner/1", Holder);
    }

    [Fact]
    public async Task The_lease_is_renewed_every_five_seconds()
    {
        await using var lease = await AcquireAsync("runner/1");

        await clock.UntilAsync(() => RenewTime == "1970-01-01T00:00:10.000000Z");

        Assert.Equal(2, cluster.Changes.Count(change => change == $"PUT {Paths.Lease}"));
        Assert.False(lease.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task A_renewal_whose_answer_got_lost_is_no_loss()
    {
        await using var lease = await AcquireAsync("runner/1");
        cluster.LoseAnswerTo("PUT");

        await clock.UntilAsync(() => RenewTime == "1970-01-01T00:00:15.000000Z");

        Assert.False(lease.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task A_lease_that_someone_else_took_is_lost_and_left_to_them()
    {
        await using (var lease = await AcquireAsync("runner/1"))
        {
            Leave("runner/2", renewed: clock.GetUtcNow());

            await clock.UntilAsync(() => lease.Lost.IsCancellationRequested);
        }

        Assert.Equal("runner/2", Holder);
    }

    [Theory]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task A_lease_that_cannot_be_renewed_is_lost(Type failure)
    {
        await using var lease = await AcquireAsync("runner/1");
        cluster.Instead = _ => throw (Exception)Activator.CreateInstance(failure)!;

        await clock.UntilAsync(() => lease.Lost.IsCancellationRequested);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Letting_go_never_fails()
    {
        var lease = await AcquireAsync("runner/1");
        cluster.Instead = _ => (HttpStatusCode.InternalServerError, "");

        await lease.DisposeAsync();

        Assert.Equal("runner/1", Holder);
    }

    private string? Holder => (string?)cluster.Find(Paths.Lease)!["spec"]!["holderIdentity"];

    private string? RenewTime => (string?)cluster.Find(Paths.Lease)!["spec"]!["renewTime"];

    private Task<RolloutLease> AcquireAsync(string holder, CancellationToken cancellationToken = default) =>
        clock.RunAsync(() =>
            RolloutLease.AcquireAsync(
                cluster.Api.Client(),
                new ObjectNames("user-service"),
                "production",
                holder,
                clock,
                cancellationToken
            )
        );

    // A lease as another executor holds it.
    private void Leave(string holder, DateTimeOffset renewed)
    {
        var lease = new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = "user-service-rollout", ["namespace"] = "production" },
            ["spec"] = new JsonObject
            {
                ["holderIdentity"] = holder,
                ["leaseDurationSeconds"] = 15,
                ["leaseTransitions"] = 3,
                ["acquireTime"] = renewed.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'"),
                ["renewTime"] = renewed.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'"),
            },
        };
        cluster.Put(Paths.Lease, lease.ToJsonString());
    }
}
