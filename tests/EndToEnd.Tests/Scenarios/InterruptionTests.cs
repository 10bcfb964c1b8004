using EndToEnd.Tests.Clones;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Scenarios;

public sealed class InterruptionTests(FreshClone clone, ITestOutputHelper output) : Scenario(clone, output)
{
    private const string MiddleOfTheCanary = "stage 1 of 3, weight";

    // A delay that no limit minds makes a revision of its own, which is rolled out like any other.
    private static readonly string[] GoodRelease = ["--fault-latency-ms", "1"];

    [SkippableFact]
    public async Task Interrupting_a_canary_rolls_back_and_exits_130()
    {
        await Clone.EnsureShippedAsync();
        using var canary = Clone.Start(GoodRelease);
        await canary.LineAsync(MiddleOfTheCanary);

        canary.Interrupt();
        var run = await FinishAsync(canary);
        var next = await BuildAsync();

        run.Exits(130);
        run.Says("all traffic goes back to the stable track");
        run.Says("all traffic is back on the old version");
        run.NeverSays("stage 3 of 3");
        next.Exits(0).Says("production", "already verified, nothing to roll out");
    }

    [SkippableFact]
    public async Task The_run_after_a_killed_canary_puts_things_in_order_and_ships()
    {
        await Clone.EnsureShippedAsync();
        using var canary = Clone.Start(GoodRelease);
        await canary.LineAsync(MiddleOfTheCanary);

        canary.Kill();
        await canary.FinishAsync();
        var next = await BuildAndKeepAsync();
        var down = await BuildAsync("ClusterDown");

        next.Exits(0);
        next.Says("production", "was left in the middle");
        next.Says("production", "all traffic goes back to the stable track");
        next.Says("production", "already verified, nothing to roll out");
        down.Exits(0);
    }

    [SkippableFact]
    public async Task The_same_run_after_a_killed_canary_goes_on_and_finishes_it()
    {
        await Clone.EnsureShippedAsync();
        using var canary = Clone.Start(GoodRelease);
        await canary.LineAsync(MiddleOfTheCanary);

        canary.Kill();
        await canary.FinishAsync();
        var next = await BuildAndKeepAsync(GoodRelease);
        Clone.Forget();
        var down = await BuildAsync("ClusterDown");

        next.Exits(0);
        next.Says("production", "goes on where it was left");
        next.Says("stage 3 of 3");
        down.Exits(0);
    }
}
