using System.Net;
using k8s.Autorest;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Tests.Rollouts;

public sealed class ConfigMapRolloutStoreTests
{
    private static readonly RolloutState First = InMemoryCluster.Start;
    private static readonly RolloutState Second = First with { Phase = RolloutPhase.Checking };
    private static readonly RolloutState Other = First with { Epoch = 99 };

    private readonly StubCluster cluster = new();
    private readonly ConfigMapRolloutStore store;

    public ConfigMapRolloutStoreTests() => store = NewStore();

    [Fact]
    public async Task An_environment_without_any_rollout_has_no_state()
    {
        Assert.Null(await store.LoadAsync(default));
    }

    [Fact]
    public async Task The_next_executor_finds_the_state_that_was_written_last()
    {
        await store.LoadAsync(default);
        await store.SaveAsync(First, default);
        await store.SaveAsync(Second, default);

        var found = await NewStore().LoadAsync(default);

        Assert.Equal(RolloutJson.Write(Second), RolloutJson.Write(found!));
    }

    [Fact]
    public async Task The_state_stands_where_everyone_looks_for_it()
    {
        await store.SaveAsync(First, default);

        var map = cluster.Find(Paths.State)!;
        Assert.Equal(RolloutJson.Write(First), (string?)map["data"]![ObjectMarks.StateKey]);
        Assert.Equal("pipeline", (string?)map["metadata"]!["labels"]![ObjectMarks.ManagedByLabel]);
        Assert.EndsWith("?fieldManager=pipeline", cluster.Api.Requests[^1].Path);
    }

    [Fact]
    public async Task What_someone_else_wrote_is_not_overwritten()
    {
        await store.SaveAsync(First, default);
        await SaveElsewhereAsync(Other);

        var conflict = await Assert.ThrowsAsync<RolloutConflictException>(() => store.SaveAsync(Second, default));

        Assert.StartsWith("ConfigMap production/user-service-rollout was changed by someone else", conflict.Message);
        Assert.Equal(Other.Epoch, (await NewStore().LoadAsync(default))!.Epoch);
    }

    [Fact]
    public async Task What_someone_else_began_is_not_overwritten()
    {
        await store.LoadAsync(default);
        await SaveElsewhereAsync(Other);

        await Assert.ThrowsAsync<RolloutConflictException>(() => store.SaveAsync(First, default));
    }

    [Fact]
    public async Task A_state_that_someone_deleted_is_not_written_anew()
    {
        await store.SaveAsync(First, default);
        cluster.Remove(Paths.State);

        await Assert.ThrowsAsync<RolloutConflictException>(() => store.SaveAsync(Second, default));
    }

    [Fact]
    public async Task A_request_that_an_operator_leaves_meanwhile_is_kept()
    {
        await store.SaveAsync(First, default);
        var map = cluster.Find(Paths.State)!.DeepClone();
        map["data"]![ObjectMarks.RequestKey] = "hold";
        cluster.Put(Paths.State, map.ToJsonString());

        await store.SaveAsync(Second, default);

        var data = cluster.Find(Paths.State)!["data"]!;
        Assert.Equal("hold", (string?)data[ObjectMarks.RequestKey]);
        Assert.Equal(RolloutJson.Write(Second), (string?)data[ObjectMarks.StateKey]);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task A_write_whose_answer_got_lost_is_recognised_as_our_own(string method)
    {
        if (method == "PUT")
            await store.SaveAsync(First, default);
        cluster.LoseAnswerTo(method);

        await store.SaveAsync(Second, default);
        await store.SaveAsync(First, default);

        Assert.Equal(RolloutJson.Write(First), (string?)cluster.Find(Paths.State)!["data"]![ObjectMarks.StateKey]);
    }

    [Fact]
    public async Task A_namespace_that_is_missing_is_the_servers_to_report()
    {
        cluster.Instead = _ => (HttpStatusCode.NotFound, """{"kind":"Status","message":"namespaces not found"}""");

        await Assert.ThrowsAsync<HttpOperationException>(() => store.SaveAsync(First, default));
    }

    [Fact]
    public async Task A_state_of_a_newer_program_is_refused_by_the_name_of_its_ConfigMap()
    {
        await store.SaveAsync(First with { SchemaVersion = 9 }, default);

        var problem = await Assert.ThrowsAsync<FormatException>(() => NewStore().LoadAsync(default));

        Assert.StartsWith("ConfigMap production/user-service-rollout: state.json has schemaVersion 9", problem.Message);
    }

    [Fact]
    public async Task A_request_that_a_person_leaves_is_pending_until_the_state_has_seen_it()
    {
        await store.SaveAsync(First, default);
        await NewStore().LeaveAsync(Hold, default);

        var pending = await store.PendingAsync(First, default);
        await store.SaveAsync(First with { Requests = [Hold] }, default);

        Assert.Equal(Hold, pending);
        Assert.Null(await store.PendingAsync(First with { Requests = [Hold] }, default));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("abort")]
    [InlineData("{}")]
    public async Task Something_else_under_the_requests_key_disturbs_nobody(string text)
    {
        await store.SaveAsync(First, default);
        var map = cluster.Find(Paths.State)!.DeepClone();
        map["data"]![ObjectMarks.RequestKey] = text;
        cluster.Put(Paths.State, map.ToJsonString());

        Assert.Null(await store.PendingAsync(First, default));
    }

    [Fact]
    public async Task A_request_for_an_earlier_rollout_does_not_carry_over()
    {
        await store.SaveAsync(First, default);
        await store.LeaveAsync(Hold with { Rollout = "user-service-production-0" }, default);

        Assert.Null(await store.PendingAsync(First, default));
    }

    [Fact]
    public async Task Looking_for_requests_does_not_hide_that_someone_else_wrote_the_state()
    {
        await store.SaveAsync(First, default);
        await SaveElsewhereAsync(Other);

        await store.PendingAsync(First, default);

        await Assert.ThrowsAsync<RolloutConflictException>(() => store.SaveAsync(Second, default));
    }

    private static OperatorRequest Hold =>
        new()
        {
            Id = "1",
            Rollout = First.Plan.Id,
            Kind = RequestKind.Hold,
            By = "anna",
            Why = "lunch",
            At = DateTimeOffset.UnixEpoch,
        };

    private ConfigMapRolloutStore NewStore() =>
        new(cluster.Api.Client(), new ObjectNames("user-service"), "production");

    private async Task SaveElsewhereAsync(RolloutState state)
    {
        var elsewhere = NewStore();
        await elsewhere.LoadAsync(default);
        await elsewhere.SaveAsync(state, default);
    }
}
