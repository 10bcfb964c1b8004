using Pipeline.Core.Analysis.Load;

namespace Pipeline.Core.Tests.Analysis.Load;

public class LoadPlanTests
{
    private static readonly LoadPlan Plan = new()
    {
        Rate = 1000,
        Duration = TimeSpan.FromSeconds(10),
        MaximumRequests = 5000,
        Routes = [new("GET", "/users", Share: 8), new("POST", "/users", Share: 2, Body: "{}")],
        Seed = 1,
    };

    [Fact]
    public void Requests_are_due_at_a_steady_rate()
    {
        var due = Requests(Plan).Take(3).Select(request => request.Due.TotalMilliseconds);

        Assert.Equal([0, 1, 2], due);
    }

    [Fact]
    public void The_plan_is_bounded_in_requests()
    {
        Assert.Equal(5000, Requests(Plan).Count());
    }

    [Fact]
    public void The_plan_is_bounded_in_time()
    {
        Assert.Equal(500, Requests(Plan with { Duration = TimeSpan.FromSeconds(0.5) }).Count());
    }

    [Fact]
    public void Routes_are_drawn_at_random_by_their_share()
    {
        var posts = Requests(Plan).Count(request => request.Route.Method == "POST");

        // 20 % of 5000, plus and minus five standard deviations.
        Assert.InRange(posts, 860, 1140);
    }

    [Fact]
    public void Equal_seeds_give_equal_plans()
    {
        Assert.Equal(Requests(Plan), Requests(Plan));
        Assert.NotEqual(Requests(Plan), Requests(Plan with { Seed = 2 }));
    }

    [Fact]
    public void Only_reads_leaves_out_what_changes_something()
    {
        Assert.All(Requests(Plan.OnlyReads()), request => Assert.Equal("GET", request.Route.Method));
    }

    [Fact]
    public void A_plan_that_cannot_be_sent_is_refused()
    {
        var plan = Plan with { Rate = 0, Routes = [new("GET", "/", Share: 0)] };

        var refused = Assert.Throws<InvalidOperationException>(() => Requests(plan));

        Assert.Equal(
            "the load cannot be sent: Rate is 0: it must be positive; GET / has the share 0: it is at least 1",
            refused.Message
        );
        Assert.Equal(
            ["Routes is empty: there is nothing to send"],
            (Plan with { Routes = [Plan.Routes[1]] }).OnlyReads().Problems()
        );
    }

    [Fact]
    public void A_load_without_bounds_is_refused()
    {
        Assert.Equal(
            ["Duration is 0 s: it must be positive", "MaximumRequests is 0: it is at least 1"],
            (Plan with { Duration = TimeSpan.Zero, MaximumRequests = 0 }).Problems()
        );
    }

    private static IEnumerable<PlannedRequest> Requests(LoadPlan plan) => plan.Requests(new Random(plan.Seed));
}
