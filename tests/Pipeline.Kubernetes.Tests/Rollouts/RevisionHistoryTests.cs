using System.Collections.Immutable;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Tests.Rollouts;

public sealed class RevisionHistoryTests
{
    private static readonly Revision One = RevisionOf(1);
    private static readonly Revision Two = RevisionOf(2);

    private readonly StubCluster cluster = new();
    private readonly RevisionHistory history;

    public RevisionHistoryTests() =>
        history = new RevisionHistory(cluster.Api.Client(), new ObjectNames("user-service"), "production");

    [Fact]
    public async Task Revisions_are_numbered_in_the_order_in_which_they_served()
    {
        await history.RecordAsync(One, "1.0.0", default);
        await history.RecordAsync(Two, "1.1.0", default);

        Assert.Equal(One.ToString(), (string?)cluster.Find(Paths.History(1))!["data"]!["revision"]);
        Assert.Equal(Two.ToString(), (string?)cluster.Find(Paths.History(2))!["data"]!["revision"]);
    }

    [Fact]
    public async Task The_newest_revision_is_not_recorded_twice()
    {
        await history.RecordAsync(One, "1.0.0", default);

        await history.RecordAsync(One, "1.0.0", default);

        Assert.Null(cluster.Find(Paths.History(2)));
    }

    [Fact]
    public async Task A_revision_that_comes_back_is_the_newest_again()
    {
        await history.RecordAsync(One, "1.0.0", default);
        await history.RecordAsync(Two, "1.1.0", default);

        await history.RecordAsync(One, "1.0.0", default);

        Assert.Equal(One.ToString(), (string?)cluster.Find(Paths.History(3))!["data"]!["revision"]);
    }

    [Fact]
    public async Task Ten_revisions_are_kept()
    {
        for (var number = 1; number <= 12; number++)
            await history.RecordAsync(RevisionOf(number), $"1.{number}.0", default);

        var kept = Enumerable.Range(1, 12).Where(number => cluster.Find(Paths.History(number)) is not null);
        Assert.Equal(Enumerable.Range(3, 10), kept);
    }

    [Fact]
    public async Task The_version_of_a_revision_is_the_one_that_it_last_served_as()
    {
        await history.RecordAsync(One, "1.0.0-ci.3", default);
        await history.RecordAsync(Two, "1.1.0", default);
        await history.RecordAsync(One, "1.0.0", default);

        Assert.Equal("1.0.0", await history.VersionOfAsync(One, default));
        Assert.Null(await history.VersionOfAsync(RevisionOf(3), default));
    }

    [Fact]
    public async Task ConfigMaps_that_are_none_of_the_history_are_passed_over()
    {
        const string Labelled = """{"metadata":{"name":"NAME","labels":{"app.kubernetes.io/name":"user-service"}}}""";
        foreach (
            var name in new[] { "user-service-rollout", "user-service-config-12345678", "user-service-revision-7" }
        )
            cluster.Put($"/api/v1/namespaces/production/configmaps/{name}", Labelled.Replace("NAME", name));

        await history.RecordAsync(One, "1.0.0", default);

        Assert.NotNull(cluster.Find(Paths.History(8)));
        Assert.Equal("1.0.0", await history.VersionOfAsync(One, default));
    }

    [Fact]
    public async Task A_record_whose_answer_got_lost_is_there()
    {
        cluster.LoseAnswerTo("POST");

        await history.RecordAsync(One, "1.0.0", default);

        Assert.Equal("1.0.0", await history.VersionOfAsync(One, default));
    }

    private static Revision RevisionOf(int number) =>
        new(
            $"sha256:{number.ToString().PadLeft(64, '0')}",
            ConfigurationHash.Of(ImmutableSortedDictionary<string, string>.Empty)
        );
}
