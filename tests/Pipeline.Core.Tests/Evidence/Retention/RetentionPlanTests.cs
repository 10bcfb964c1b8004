using System.Collections.Immutable;
using Pipeline.Core.Evidence.Retention;

namespace Pipeline.Core.Tests.Evidence.Retention;

public class RetentionPlanTests
{
    private static readonly RetentionRules Rules = new(Last: 1, Within: TimeSpan.FromDays(10));

    [Fact]
    public void The_newest_and_the_young_stay()
    {
        var plan = Plan(Image('a', age: 20), Image('b', age: 10), Image('c', age: 15));

        Assert.Equal(
            [
                "keep   sha256:bbbbbbbbbbbb, made 2026-11-11: one of the last 1, not older than 10 days",
                "remove sha256:cccccccccccc, made 2026-11-06",
                "remove sha256:aaaaaaaaaaaa, made 2026-11-01",
            ],
            plan.Describe()
        );
    }

    [Fact]
    public void What_an_environment_serves_or_would_go_back_to_stays()
    {
        var plan = Plan(
            Image('a', age: 1),
            Image('b', age: 50, tags: ["1.0.0", "production"], deployed: 40),
            Image('c', age: 60, deployed: 45),
            Image('d', age: 70, deployed: 60)
        );

        Assert.Equal(
            [
                "keep   sha256:bbbbbbbbbbbb 1.0.0 production, made 2026-10-02: deployed to production",
                "keep   sha256:cccccccccccc, made 2026-09-22: a rollback of production goes back to it",
                "remove sha256:dddddddddddd, made 2026-09-12",
            ],
            plan.Describe().Skip(1)
        );
    }

    [Fact]
    public void Rules_that_would_keep_nothing_are_refused()
    {
        Assert.Equal(
            ["--keep-last is 0: at least 1 image is kept", "--keep-days is -1: it must not be negative"],
            new RetentionRules(0, TimeSpan.FromDays(-1)).Problems()
        );
    }

    private static RetentionPlan Plan(params StoredImage[] images) =>
        RetentionPlan.Of(images, ["staging", "production"], Rules, Statements.Noon);

    private static StoredImage Image(char digit, int age, string[]? tags = null, int? deployed = null) =>
        new(
            $"sha256:{new string(digit, 64)}",
            [.. tags ?? []],
            Statements.Noon.AddDays(-age),
            deployed is { } days
                ? ImmutableSortedDictionary<string, DateTimeOffset>.Empty.Add(
                    "production",
                    Statements.Noon.AddDays(-days)
                )
                : ImmutableSortedDictionary<string, DateTimeOffset>.Empty
        );
}
