using Nuke.Common;
using NukeCommon.Tests.Engine;
using Serilog;

namespace NukeCommon.Tests.Execution;

public sealed class ExecutionTests : EngineTest
{
    [Fact]
    public void A_build_whose_targets_succeed_exits_with_0()
    {
        var run = Run<Build>(x => x.Good);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Build succeeded.", run.Lines);
    }

    [Fact]
    public void A_failed_target_ends_the_build_with_255()
    {
        var run = Run<Build>(x => x.Bad);

        Assert.Equal(255, (byte)run.ExitCode);
        Assert.Contains("Build failed.", run.Lines);
    }

    [Fact]
    public void The_row_of_a_failed_target_carries_the_first_line_of_the_message()
    {
        var run = Run<Build>(x => x.Bad);

        Assert.Equal("Bad Failed 0.0 s // Failed: disk full", run.Row("Bad"));
    }

    [Fact]
    public void After_a_failure_other_targets_do_not_run()
    {
        var run = Run<Build>(x => x.AfterBad);

        Assert.Equal("Bad", run.Targets);
        Assert.Equal("AfterBad NotRun", run.Row("AfterBad"));
    }

    [Fact]
    public void An_assured_target_runs_after_a_failure()
    {
        var run = Run<Build>(x => x.AfterBad, "AfterBad", "Assured");

        Assert.Equal("Bad Assured", run.Targets);
        Assert.Equal(255, (byte)run.ExitCode);
    }

    [Fact]
    public void A_target_may_fail_without_holding_up_others_but_the_build_fails()
    {
        var run = Run<Build>(x => x.AfterTolerated);

        Assert.Equal("Tolerated AfterTolerated", run.Targets);
        Assert.Equal(255, (byte)run.ExitCode);
    }

    [Fact]
    public void The_exit_code_that_the_build_sets_wins()
    {
        var run = Run<Build>(x => x.RolledBack);

        Assert.Equal(20, run.ExitCode);
    }

    [Fact]
    public void A_cancelled_target_is_aborted_and_the_rest_does_not_run_but_what_is_assured()
    {
        var run = Run<Build>(x => x.AfterCancelled, "AfterCancelled", "Assured");

        Assert.Equal("Cancelled Assured", run.Targets);
        Assert.StartsWith("Cancelled Aborted", run.Row("Cancelled"));
        Assert.StartsWith("AfterCancelled NotRun", run.Row("AfterCancelled"));
    }

    [Fact]
    public void Cancellation_stops_the_build_even_where_failures_are_tolerated()
    {
        var run = Run<Build>(x => x.AfterTolerantCancelled);

        Assert.StartsWith("AfterTolerantCancelled NotRun", run.Row("AfterTolerantCancelled"));
    }

    [Theory]
    [InlineData(nameof(Build.AsyncBad))]
    [InlineData(nameof(Build.AsyncBadWithResult))]
    public void The_failure_of_an_async_target_is_a_failure(string target)
    {
        var run = Run<Build>(x => x.Good, target);

        Assert.Equal(255, (byte)run.ExitCode);
        Assert.Contains("error: too late", run.Lines);
    }

    [Fact]
    public void Actions_run_in_the_order_in_which_they_are_added()
    {
        var run = Run<Build>(x => x.Several);

        Assert.Equal(["first", "second", "third"], run.Lines.Where(x => x is "first" or "second" or "third"));
    }

    [Fact]
    public void A_target_without_actions_is_no_row_of_the_summary()
    {
        var run = Run<Build>(x => x.Collective);

        Assert.DoesNotContain(run.Lines, x => x.StartsWith("Collective"));
        Assert.Equal("Good", run.Targets);
    }

    [Fact]
    public void A_target_without_actions_is_no_row_after_a_failure_either()
    {
        var run = Run<Build>(x => x.CollectiveOfBad);

        Assert.Equal("Bad", run.Targets);
        Assert.DoesNotContain(run.Lines, x => x.StartsWith("CollectiveOfBad"));
        Assert.Equal(255, (byte)run.ExitCode);
    }

    [Fact]
    public void Durations_come_from_the_clock_of_the_run()
    {
        var time = Time;
        Slow.Work = () => time.Advance(TimeSpan.FromSeconds(125));

        var run = Run<Slow>(x => x.Wait);

        Assert.Equal("Wait Succeeded 2:05 min", run.Row("Wait"));
        Assert.Equal("Total 2:05 min", run.Row("Total"));
    }

    [Fact]
    public void A_programming_error_shows_where_it_happened()
    {
        var run = Run<Build>(x => x.Broken);

        Assert.Contains(run.Lines, x => x.Contains("at NukeCommon.Tests.Execution.ExecutionTests.Build"));
    }

    [Fact]
    public void The_message_of_an_inner_exception_is_printed_too()
    {
        var run = Run<Build>(x => x.Nested);

        Assert.Contains("error: push failed", run.Lines);
        Assert.Contains("connection refused", run.Lines);
    }

    private class Build : NukeBuild
    {
        public Target Good => _ => _.Executes(() => { });

        public Target Bad => _ => _.Executes(() => throw new IOException("disk full\nwhile writing"));

        public Target AfterBad => _ => _.DependsOn(Bad).Executes(() => { });

        public Target Assured => _ => _.AssuredAfterFailure().After(AfterBad, AfterCancelled).Executes(() => { });

        public Target Tolerated => _ => _.ProceedAfterFailure().Executes(() => throw new IOException("disk full"));

        public Target AfterTolerated => _ => _.DependsOn(Tolerated).Executes(() => { });

        public Target RolledBack =>
            _ =>
                _.Executes(() =>
                {
                    ExitCode = 20;
                    throw new IOException("rolled back");
                });

        public Target Cancelled => _ => _.Executes(() => throw new OperationCanceledException("stopped"));

        public Target AfterCancelled => _ => _.DependsOn(Cancelled).Executes(() => { });

        public Target TolerantCancelled =>
            _ => _.ProceedAfterFailure().Executes(() => throw new OperationCanceledException("stopped"));

        public Target AfterTolerantCancelled => _ => _.DependsOn(TolerantCancelled).Executes(() => { });

        public Target AsyncBad =>
            _ =>
                _.Executes(async () =>
                {
                    await Task.Yield();
                    throw new IOException("too late");
                });

        public Target AsyncBadWithResult =>
            _ =>
                _.Executes(async () =>
                {
                    await Task.Yield();
                    return IsFinished ? 1 : throw new IOException("too late");
                });

        public Target Several =>
            _ => _.Executes(() => Log.Information("first"), () => Log.Information("second")).Executes(Third);

        public Target Collective => _ => _.DependsOn(Good);

        public Target CollectiveOfBad => _ => _.DependsOn(Bad);

        public Target Broken => _ => _.Executes(() => new[] { 1 }.Single(x => x > 1));

        public Target Nested =>
            _ => _.Executes(() => throw new IOException("push failed", new IOException("connection refused")));

        private static int Third()
        {
            Log.Information("third");
            return 3;
        }
    }

    private class Slow : NukeBuild
    {
        public static Action Work { get; set; } = () => { };

        public Target Wait => _ => _.Executes(Work);
    }
}
