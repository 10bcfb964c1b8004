using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.Utilities.Collections;
using NukeCommon.Tests.Engine;
using Serilog;

namespace NukeCommon.Tests.Execution;

public sealed class HookTests : EngineTest
{
    [Fact]
    public void Hooks_of_the_build_and_of_its_extensions_are_called_in_order()
    {
        var run = Run<Build>(x => x.Fails, "Works", "Skipped", "Fails");

        Snapshot.Matches(run.Output);
    }

    [Fact]
    public void Parameters_have_their_values_when_the_build_is_created()
    {
        var run = Run<Build>(x => x.Works, "--name", "pipeline");

        Assert.Contains("build created: pipeline", run.Lines);
    }

    [Fact]
    public void Definitions_run_before_parameters_are_injected()
    {
        var run = Run<Build>(x => x.Works, "--name", "pipeline", "--help");

        Assert.Contains("  Works (default)  named initially", run.Lines);
    }

    [Fact]
    public void A_hook_that_throws_does_not_hide_the_failure_that_it_is_told_of()
    {
        var run = Run<BadHook>(x => x.Fails);

        Assert.Contains("error: first", run.Lines);
        Assert.Contains("error: second", run.Lines);
        Assert.Equal("Fails Failed 0.0 s // Failed: first", run.Row("Fails"));
    }

    [Fact]
    public void An_exception_outside_of_the_targets_fails_the_build()
    {
        var run = Run<BadStart>(x => x.Nothing);

        Assert.Equal(255, (byte)run.ExitCode);
        Assert.Contains("cannot start", run.Error);
    }

    [Fact]
    public void A_summary_replaces_the_one_before()
    {
        var run = Run<Build>(x => x.Reports);

        Assert.Equal("Reports Succeeded 0.0 s // Passed: 12", run.Row("Reports"));
        Assert.Contains("summary of Reports: Passed", run.Lines);
    }

    [Recorder(Name = "low", Priority = -1)]
    [Recorder(Name = "high", Priority = 1)]
    private class Build : NukeBuild
    {
        [Parameter]
        private readonly string Name = "initially";

        public Target Works => _ => _.Description($"named {Name}").Executes(() => Log.Information("work"));

        public Target Skipped => _ => _.OnlyWhenDynamic(() => IsServerBuild).After(Works).Executes(() => { });

        public Target Fails => _ => _.After(Skipped).Executes(() => throw new IOException("failure"));

        public Target Reports =>
            _ =>
                _.Executes(() =>
                {
                    ReportSummary(x => x.AddPair("Failed", "1"));
                    ReportSummary(x => x.AddPair("Passed", 12));
                });

        protected internal override void OnBuildCreated() => Log.Information("build created: {Name}", Name);

        protected internal override void OnBuildInitialized() => Log.Information("build initialized");

        protected internal override void OnBuildFinished() => Log.Information("build finished: {State}", IsFinished);

        protected internal override void OnTargetRunning(string target) => Log.Information("{Target} running", target);

        protected internal override void OnTargetSkipped(string target) => Log.Information("{Target} skipped", target);

        protected internal override void OnTargetSucceeded(string target) =>
            Log.Information("{Target} succeeded", target);

        protected internal override void OnTargetFailed(string target) => Log.Information("{Target} failed", target);
    }

    private class BadHook : NukeBuild
    {
        public Target Fails => _ => _.Executes(() => throw new IOException("first"));

        protected internal override void OnTargetFailed(string target) => throw new IOException("second");
    }

    private class BadStart : NukeBuild
    {
        public Target Nothing => _ => _.Executes(() => { });

        protected internal override void OnBuildInitialized() => throw new IOException("cannot start");
    }
}
