using Nuke.Common;
using Nuke.Common.Execution;
using NukeCommon.Tests.Engine;

namespace NukeCommon.Tests.Execution;

public sealed class TargetListTests : EngineTest
{
    [Fact]
    public void A_build_knows_at_every_moment_which_targets_are_where()
    {
        var run = Run<Build>(x => x.Last);

        Assert.Equal(
            "Plan: Unwanted Good Bad Look Cancelled Last; invoked: Last; scheduled: Cancelled Last; running: Look; "
                + "skipped: Unwanted; succeeded: Good; failed: Bad; aborted: ; finished: Unwanted Good Bad; False False",
            Build.During
        );
        Assert.Equal(
            "Plan: Unwanted Good Bad Look Cancelled Last; invoked: Last; scheduled: ; running: ; "
                + "skipped: Unwanted; succeeded: Good Look; failed: Bad; aborted: Cancelled; "
                + "finished: Unwanted Good Bad Look Cancelled Last; False True",
            Build.Afterwards
        );
        Assert.Equal("Last NotRun", run.Row("Last"));
    }

    private class Build : NukeBuild
    {
        public static string During { get; private set; } = "";

        public static string Afterwards { get; private set; } = "";

        public Target Unwanted => _ => _.OnlyWhenStatic(() => IsServerBuild).Executes(() => { });

        public Target Good => _ => _.After(Unwanted).Executes(() => { });

        public Target Bad =>
            _ => _.After(Good).ProceedAfterFailure().Executes(() => throw new IOException("disk full"));

        public Target Look => _ => _.After(Bad).Executes(() => During = Describe());

        public Target Cancelled => _ => _.After(Look).Executes(() => throw new OperationCanceledException("stopped"));

        public Target Last => _ => _.DependsOn(Unwanted, Good, Bad, Look, Cancelled).Executes(() => { });

        protected internal override void OnBuildFinished() => Afterwards = Describe();

        private string Describe() =>
            $"Plan: {Names(ExecutionPlan)}; invoked: {Names(InvokedTargets)}; scheduled: {Names(ScheduledTargets)}; "
            + $"running: {Names(RunningTargets)}; skipped: {Names(SkippedTargets)}; succeeded: {Names(SucceededTargets)}; "
            + $"failed: {Names(FailedTargets)}; aborted: {Names(AbortedTargets)}; finished: {Names(FinishedTargets)}; "
            + $"{IsSucceeding} {IsFinished}";

        private static string Names(IEnumerable<ExecutableTarget> targets) =>
            string.Join(' ', targets.Select(x => x.Name));
    }
}
