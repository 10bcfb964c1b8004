using Nuke.Common;
using NukeCommon.Tests.Engine;

namespace NukeCommon.Tests.Execution;

public sealed class PlanningTests : EngineTest
{
    [Fact]
    public void Dependencies_run_first_and_once()
    {
        var run = Run<Build>(x => x.Pack);

        Assert.Equal("Restore Compile Test Pack", run.Targets);
    }

    [Fact]
    public void What_nothing_orders_runs_from_the_last_declared_to_the_first()
    {
        var run = Run<Build>(x => x.Siblings, "First", "Second", "Siblings");

        Assert.Equal("Second First Siblings", run.Targets);
    }

    [Fact]
    public void Strict_refuses_targets_that_nothing_orders()
    {
        var run = Run<Build>(x => x.Siblings, "--strict");

        Assert.Equal(255, (byte)run.ExitCode);
        Assert.Equal("--strict: nothing declares the order of First and Second.", run.Error);
    }

    [Fact]
    public void Strict_lets_pass_what_is_ordered()
    {
        var run = Run<Build>(x => x.Pack, "--strict");

        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("Early Late", nameof(Build.Late), nameof(Build.Early))]
    [InlineData("Compile Sign Publish", nameof(Build.Publish), nameof(Build.Compile), "--skip", nameof(Build.Restore))]
    public void Before_and_after_order_what_is_scheduled(string expected, params string[] arguments)
    {
        var run = Run<Build>(x => x.Pack, arguments);

        Assert.Equal(expected, run.Targets);
    }

    [Fact]
    public void Before_and_after_schedule_nothing()
    {
        var run = Run<Build>(x => x.Pack, nameof(Build.Early));

        Assert.Equal("Early", run.Targets);
    }

    [Fact]
    public void A_target_depends_on_what_names_it_as_its_dependent()
    {
        var run = Run<Build>(x => x.Pack, nameof(Build.Publish));

        Assert.Equal("Sign Publish", run.Targets);
    }

    [Fact]
    public void Triggered_targets_bring_along_what_they_need_and_trigger()
    {
        var run = Run<Build>(x => x.Pack, nameof(Build.Release));

        Assert.Equal("Release Notes Announce Tweet", run.Targets);
    }

    [Fact]
    public void A_circle_is_named()
    {
        var run = Run<Circle>(x => x.C);

        Assert.Equal(255, (byte)run.ExitCode);
        Assert.Equal("Targets depend on each other in a circle: A -> B -> A.", run.Error);
    }

    [Fact]
    public void The_plan_is_printed_as_a_tree_and_nothing_runs()
    {
        var run = Run<Build>(x => x.Pack, "--plan", "Pack", "Release", "--skip", "Restore");

        Assert.Equal(0, run.ExitCode);
        Snapshot.Matches(run.Output);
    }

    [Fact]
    public void A_condition_that_throws_is_a_remark_in_the_plan_and_a_failure_of_the_run()
    {
        var plan = Run<Unreadable>(x => x.Deploy, "--plan");
        var run = Run<Unreadable>(x => x.Deploy);

        Assert.Equal(0, plan.ExitCode);
        Assert.Contains("1. Deploy (condition fails: no cluster)", plan.Lines);
        Assert.Equal((255, ""), ((byte)run.ExitCode, run.Targets));
    }

    private class Build : NukeBuild
    {
        public Target Restore => _ => _.Executes(() => { });

        public Target Compile => _ => _.DependsOn(Restore).Executes(() => { });

        public Target Test => _ => _.DependsOn(Compile).Executes(() => { });

        public Target Pack => _ => _.DependsOn(Test, Compile).Executes(() => { });

        public Target First => _ => _.Executes(() => { });

        public Target Second => _ => _.Executes(() => { });

        public Target Siblings => _ => _.DependsOn(First, Second).Executes(() => { });

        public Target Late => _ => _.Executes(() => { });

        public Target Early => _ => _.Before(Late).Executes(() => { });

        public Target Publish => _ => _.After(Compile, Pack).Executes(() => { });

        public Target Sign => _ => _.DependentFor(Publish).After(Compile).Executes(() => { });

        public Target Release => _ => _.Triggers(Announce).Executes(() => { });

        public Target Announce => _ => _.DependsOn(Notes).Executes(() => { });

        public Target Notes => _ => _.After(Release).Executes(() => { });

        public Target Tweet => _ => _.TriggeredBy(Announce).Executes(() => { });
    }

    private class Circle : NukeBuild
    {
        public Target Start => _ => _.Executes(() => { });

        public Target A => _ => _.DependsOn(B, Start);

        public Target B => _ => _.After(A);

        public Target C => _ => _.DependsOn(A);
    }

    private class Unreadable : NukeBuild
    {
        public Target Deploy =>
            _ => _.OnlyWhenStatic(() => throw new IOException("no cluster\nat all")).Executes(() => { });
    }
}
