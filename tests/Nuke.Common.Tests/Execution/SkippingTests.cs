using Nuke.Common;
using NukeCommon.Tests.Engine;

namespace NukeCommon.Tests.Execution;

public sealed class SkippingTests : EngineTest
{
    [Fact]
    public void Skip_alone_runs_only_what_is_asked_for()
    {
        var run = Run<Build>(x => x.Test, "Test", "--skip");

        Assert.Equal("Test", run.Targets);
        Assert.Equal("Compile Skipped // Skipped: via parameter", run.Row("Compile"));
    }

    [Fact]
    public void Skip_with_a_name_leaves_out_that_target_and_what_only_it_needs()
    {
        var run = Run<Build>(x => x.Test, "--skip", "compile");

        Assert.Equal("Test", run.Targets);
        Assert.Equal("Restore Skipped // Skipped: because of Compile", run.Row("Restore"));
    }

    [Theory]
    [InlineData("Compile+Audit")]
    [InlineData("compile audit")]
    public void Several_targets_are_left_out(string names)
    {
        var run = Run<Build>(x => x.Test, ["Test", "Audit", "--skip", .. names.Split(' ')]);

        Assert.Equal("Test", run.Targets);
    }

    [Fact]
    public void What_another_target_needs_is_not_skipped()
    {
        var run = Run<Build>(x => x.Test, "Test", "Audit", "--skip", "Compile");

        Assert.Equal("Restore Audit Test", run.Targets);
    }

    [Fact]
    public void A_false_static_condition_skips_the_target_and_its_dependencies_but_not_its_dependents()
    {
        var run = Run<Build>(x => x.AfterStatic);

        Assert.Equal("AfterStatic", run.Targets);
        Assert.Equal("Static Skipped // OnlyWhen: IsServerBuild", run.Row("Static"));
        Assert.Equal("NeededByStatic Skipped // Skipped: because of Static", run.Row("NeededByStatic"));
    }

    [Fact]
    public void Dependencies_of_a_skipped_target_run_where_it_says_so()
    {
        var run = Run<Build>(x => x.StaticWithDependencies);

        Assert.Equal("Restore", run.Targets);
    }

    [Fact]
    public void A_false_dynamic_condition_skips_the_target_when_its_turn_comes()
    {
        var run = Run<Build>(x => x.AfterDynamic);

        Assert.Equal("Restore Dynamic AfterDynamic", run.Targets);
        Assert.Equal("Dynamic Skipped // OnlyWhen: ExitCode == null", run.Row("Dynamic"));
    }

    [Fact]
    public void Static_conditions_are_read_before_any_target_runs()
    {
        var run = Run<Build>(x => x.StaticAfterChange);

        Assert.Equal("Change StaticAfterChange", run.Targets);
    }

    [Fact]
    public void Everything_that_is_false_is_named()
    {
        var run = Run<Build>(x => x.TwoConditions);

        Assert.Equal("TwoConditions Skipped // OnlyWhen: IsServerBuild && IsFailing", run.Row("TwoConditions"));
    }

    [Fact]
    public void A_build_of_skipped_targets_succeeds()
    {
        var run = Run<Build>(x => x.Static);

        Assert.Equal(0, run.ExitCode);
    }

    private class Build : NukeBuild
    {
        public Target Restore => _ => _.Executes(() => { });

        public Target Compile => _ => _.DependsOn(Restore).Executes(() => { });

        public Target Test => _ => _.DependsOn(Compile).Executes(() => { });

        public Target Audit => _ => _.DependsOn(Restore).Before(Test).Executes(() => { });

        public Target NeededByStatic => _ => _.Executes(() => { });

        public Target Static =>
            _ => _.DependsOn(NeededByStatic).OnlyWhenStatic(() => IsServerBuild).Executes(() => { });

        public Target AfterStatic => _ => _.DependsOn(Static).Executes(() => { });

        public Target StaticWithDependencies =>
            _ =>
                _.DependsOn(Restore)
                    .OnlyWhenStatic(() => IsServerBuild)
                    .WhenSkipped(DependencyBehavior.Execute)
                    .Executes(() => { });

        public Target Dynamic =>
            _ =>
                _.DependsOn(Restore)
                    .OnlyWhenDynamic(() => ExitCode == null)
                    .WhenSkipped(DependencyBehavior.Skip)
                    .Executes(() => { });

        public Target AfterDynamic => _ => _.DependsOn(Dynamic).Executes(() => { });

        public Target Change => _ => _.Executes(() => ExitCode = 0);

        public Target StaticAfterChange =>
            _ => _.DependsOn(Change).OnlyWhenStatic(() => ExitCode == null).Executes(() => { });

        public Target TwoConditions =>
            _ => _.OnlyWhenStatic(() => IsServerBuild).OnlyWhenStatic(() => IsFailing).Executes(() => { });

        protected internal override void OnTargetRunning(string target)
        {
            if (target == nameof(Restore))
                ExitCode = 0;
        }
    }
}
