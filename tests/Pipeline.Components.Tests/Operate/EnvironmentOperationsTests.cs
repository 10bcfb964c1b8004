using Pipeline.Components.Tests.Deliver;
using Pipeline.Core;
using Pipeline.Core.Rollouts;
using static Pipeline.Components.Tests.Operate.OperationsFixture;

namespace Pipeline.Components.Tests.Operate;

[Collection(nameof(LogCollection))]
public sealed class EnvironmentOperationsTests
{
    [Fact]
    public async Task A_rollout_that_another_run_executes_can_be_aborted()
    {
        using var production = await ServingAsync();

        var exitCode = await production.WhileDeliveringAsync(
            'b',
            rollout => rollout.AskAsync(RequestKind.Abort, Anna, default)
        );

        var end = await production.RolloutAsync();
        Assert.Equal(ExitCode.Aborted, exitCode);
        Assert.Equal("aborted by anna: errors in the log", end.Reason);
        Assert.Equal(0, production.Delivery.Traffic.WeightOfA);
    }

    [Fact]
    public async Task A_rollout_that_another_run_executes_can_be_held_and_resumed()
    {
        using var production = await ServingAsync();

        var exitCode = await production.WhileDeliveringAsync(
            'b',
            async rollout =>
            {
                await rollout.AskAsync(RequestKind.Hold, Anna, default);
                production.Delivery.Traffic.RequestsPerLook = 1000;
                await rollout.ResumeAsync(Anna, default);
            }
        );

        var end = await production.RolloutAsync();
        Assert.Equal((ExitCode.Success, RolloutPhase.Standby), (exitCode, end.Phase));
        Assert.Equal(
            [(RequestKind.Hold, "anna"), (RequestKind.Resume, "anna")],
            end.Requests.Select(request => (request.Kind, request.By))
        );
    }

    [Fact]
    public async Task A_rollout_can_be_promoted_without_evidence()
    {
        using var production = await ServingAsync();

        var exitCode = await production.WhileDeliveringAsync(
            'b',
            rollout => rollout.AskAsync(RequestKind.PromoteFully, Anna, default)
        );

        Assert.Equal(ExitCode.Success, exitCode);
        Assert.Equal(100, production.Delivery.Traffic.WeightOfA);
    }

    [Fact]
    public async Task A_rollout_whose_run_died_is_aborted_by_whoever_asks_for_it()
    {
        using var production = await ServingAsync();
        await production.KillWhileJudgingAsync('b');

        var exitCode = await production.ActAsync(rollout => rollout.AskAsync(RequestKind.Abort, Anna, default));

        var end = await production.RolloutAsync();
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.Equal((RolloutPhase.Finished, RolloutOutcome.Aborted), (end.Phase, end.Outcome));
        Assert.Equal(0, production.Delivery.Traffic.WeightOfA);
    }

    [Fact]
    public async Task A_rollout_whose_run_died_can_be_held_and_then_goes_on_with_whoever_resumes_it()
    {
        using var production = await ServingAsync();
        await production.KillWhileJudgingAsync('b');

        await production.ActAsync(rollout => rollout.AskAsync(RequestKind.Hold, Anna, default));
        var held = await production.RolloutAsync();
        await production.ActAsync(rollout => rollout.ResumeAsync(Anna, default));

        Assert.Equal((RolloutPhase.Held, "held by anna: errors in the log"), (held.Phase, held.Reason));
        Assert.Equal(RolloutPhase.Standby, (await production.RolloutAsync()).Phase);
    }

    [Fact]
    public async Task A_rollout_whose_run_died_goes_on_when_it_is_resumed()
    {
        using var production = await ServingAsync();
        await production.KillWhileJudgingAsync('b');

        await production.ActAsync(rollout => rollout.ResumeAsync(Anna, default));

        Assert.Equal(RolloutPhase.Standby, (await production.RolloutAsync()).Phase);
    }

    [Fact]
    public async Task A_rollout_that_goes_on_here_and_fails_ends_with_its_exit_code()
    {
        using var production = await ServingAsync();
        await production.KillWhileJudgingAsync('b');
        production.Delivery.Traffic.RequestsPerLook = 20;

        var exitCode = await production.ActAsync(rollout => rollout.ResumeAsync(Anna, default));

        Assert.Equal(ExitCode.NotProved, exitCode);
    }

    [Fact]
    public async Task What_is_done_already_leaves_nothing_to_do()
    {
        using var production = await ServingAsync();
        using var log = new CapturedLog();

        var exitCode = await production.ActAsync(rollout => rollout.AskAsync(RequestKind.Resume, Anna, default));

        Assert.Equal(ExitCode.Success, exitCode);
        Assert.EndsWith(
            "nothing to do for user-service-production-2: it is not held but in phase Standby",
            log.Lines[^1]
        );
    }

    [Fact]
    public async Task An_environment_without_a_rollout_is_told()
    {
        using var nothing = new OperationsFixture();

        var exitCode = await nothing.ActAsync(rollout => rollout.AskAsync(RequestKind.Abort, Anna, default));

        Assert.Equal(ExitCode.BuildFailed, exitCode);
    }

    [Fact]
    public async Task An_executor_that_is_alive_but_does_not_answer_is_not_pushed_aside()
    {
        using var production = await ServingAsync();
        await production.KillWhileJudgingAsync('b');
        await using var other = await production.Delivery.HoldAsync(DeliveryFixture.Production);

        var exitCode = await production.ActAsync(rollout => rollout.AskAsync(RequestKind.Abort, Anna, default));

        Assert.Equal(ExitCode.LeaseHeld, exitCode);
    }
}
