using EndToEnd.Tests.Clones;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Scenarios;

public sealed class ShipmentTests(FreshClone clone, ITestOutputHelper output) : Scenario(clone, output)
{
    [SkippableFact]
    public async Task A_fresh_clone_ships_to_a_verified_production_and_shows_a_canary()
    {
        var run = await Clone.FirstShipmentAsync();

        run.Exits(0);
        run.Says("production", "first version: nothing to compare with");
        run.Says("production", "rehearsal: same image");
        run.Says("stage 1 of 3, weight 5 %");
        run.Says("stage 2 of 3, weight 25 %");
        run.Says("stage 3 of 3, weight 100 %");
        run.Says("production", "verified");
        run.Says("DeployProduction", "Succeeded");
        Assert.Empty(Clone.Processes());
    }

    [SkippableFact]
    public async Task A_second_run_without_a_change_rolls_nothing_out_and_reuses_records()
    {
        await Clone.EnsureShippedAsync();

        var run = await BuildAsync();

        run.Exits(0);
        run.Says("production", "already verified, nothing to roll out");
        run.Says("up to date since");
        run.NeverSays("stage 1 of 3");
    }

    [SkippableFact]
    public async Task A_shipped_canary_is_explained_and_judged_again_by_another_process()
    {
        await Clone.EnsureShippedAsync();

        var run = await BuildAsync("Explain");
        var replay = await BuildAsync("Explain", "--replay");

        run.Exits(0);
        run.Says("stage 1 of 3, 5 % of the traffic");
        replay.Exits(0);
        replay.Says("judged again: all the same");
    }

    [SkippableFact]
    public async Task A_new_commit_goes_to_staging_alone_when_asked_for_staging()
    {
        await Clone.EnsureShippedAsync();
        await Clone.CommitAsync("fix: nothing but the version");

        var run = await BuildAsync("DeployStaging");

        run.Exits(0);
        run.Says("development", "rolling");
        run.Says("staging", "blue-green");
        run.Says("staging", "verified");
        run.NeverSays("production");
    }
}
