using Nuke.Common;
using Nuke.Common.Tooling;
using NukeCommon.Tests.Engine;

namespace NukeCommon.Tests.Execution;

public sealed class RequirementTests : EngineTest
{
    [Fact]
    public void A_missing_parameter_is_an_error_before_anything_runs()
    {
        var run = Run<Build>(x => x.Push);

        Assert.Equal(255, (byte)run.ExitCode);
        Assert.Equal("", run.Targets);
        Assert.Equal("Target Push requires a value for parameter --api-key (a text).", run.Error);
        Assert.Equal("Restore NotRun", run.Row("Restore"));
        Assert.Equal("Push NotRun", run.Row("Push"));
    }

    [Fact]
    public void A_parameter_that_is_given_satisfies_the_requirement()
    {
        var run = Run<Build>(x => x.Push, "--api-key", "k");

        Assert.Equal("Restore Push", run.Targets);
    }

    [Fact]
    public void Everything_that_is_missing_is_listed_at_once()
    {
        var run = Run<Build>(x => x.Push, "Push", "Scale", "Check");

        Assert.Contains("Target Push requires a value for parameter --api-key (a text).", run.Output);
        Assert.Contains("Target Scale requires a value for parameter --replicas (a whole number).", run.Output);
        Assert.Contains("Target Check requires (NukeBuild.IsServerBuild && IsFailing), which is false.", run.Output);
    }

    [Fact]
    public void Requirements_of_a_skipped_target_do_not_count()
    {
        var run = Run<Build>(x => x.Push, "Restore", "Push", "--skip", "Push");

        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_required_member_of_a_component_needs_a_value_whatever_runs()
    {
        var run = Run<Strict>(x => x.Nothing);

        Assert.Equal("a value for parameter --region (a text) is required.", run.Error);
    }

    [Fact]
    public void A_required_member_that_has_a_value_is_no_obstacle()
    {
        var run = Run<Strict>(x => x.Nothing, "--region", "quiet");

        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_tool_that_is_not_on_the_path_is_an_error_before_anything_runs()
    {
        var run = Run<Build>(x => x.UseTool);

        Assert.Equal(
            "Target UseTool requires no-such-tool-anywhere, which is not on the PATH: install it, or add its folder to the PATH.",
            run.Error
        );
    }

    [Fact]
    public void A_tool_is_looked_for_on_the_path_whatever_version_is_required()
    {
        var run = Run<Build>(x => x.UseVersionOfTool);

        Assert.StartsWith(
            "Target UseVersionOfTool requires no-such-tool-anywhere, which is not on the PATH",
            run.Error
        );
    }

    [Fact]
    public void A_tool_that_a_member_holds_can_be_required()
    {
        var run = Run<Build>(x => x.UseToolOfMember);

        Assert.Equal("Target UseToolOfMember requires a value for Compose of Build.", run.Error);
    }

    [Fact]
    public void A_tool_that_a_build_class_requires_is_checked_too()
    {
        var run = Run<NeedsTool>(x => x.Nothing);

        Assert.StartsWith("NeedsTool requires no-such-tool-anywhere", run.Error);
    }

    [Fact]
    public void Tasks_that_do_not_say_which_tool_they_need_cannot_be_required()
    {
        var run = Run<NeedsUnknownTool>(x => x.Nothing);

        Assert.Equal(
            "UnknownTasks does not say which tool it needs: put an attribute such as [PathTool] on it.",
            run.Error
        );
    }

    [Fact]
    public void A_parameter_of_a_component_can_be_required()
    {
        var run = Run<Strict>(x => x.NeedsZone, "--region", "quiet");

        Assert.Equal("Target NeedsZone requires a value for parameter --zone (a text).", run.Error);
    }

    [PathTool(Executable = "no-such-tool-anywhere")]
    private class MissingTasks : ToolTasks, IRequirePathTool, IRequireToolWithVersion;

    private class UnknownTasks : ToolTasks, IRequirePathTool;

    private interface IHaveRegion : INukeBuild
    {
        [Parameter]
        [Required]
        string Region => TryGetValue(() => Region);

        [Parameter]
        string Zone => TryGetValue(() => Zone);
    }

    private class Build : NukeBuild
    {
        [Parameter]
        private readonly string ApiKey = null!;

        [Parameter]
        private readonly int? Replicas = null;

        private readonly Tool Compose = null!;

        public Target Restore => _ => _.Executes(() => { });

        public Target Push => _ => _.DependsOn(Restore).Requires(() => ApiKey).Executes(() => { });

        public Target Scale => _ => _.Requires(() => Replicas).Executes(() => { });

        public Target Check => _ => _.Requires(() => IsServerBuild && IsFailing).Executes(() => { });

        public Target UseTool => _ => _.Requires<MissingTasks>().Executes(() => { });

        public Target UseVersionOfTool => _ => _.Requires<MissingTasks>("2.1").Executes(() => { });

        public Target UseToolOfMember => _ => _.Requires(() => Compose).Executes(() => { });
    }

    private class Strict : NukeBuild, IHaveRegion
    {
        public Target Nothing => _ => _.Executes(() => { });

        public Target NeedsZone => _ => _.Requires(() => ((IHaveRegion)this).Zone).Executes(() => { });
    }

    [Requires<MissingTasks>]
    private class NeedsTool : NukeBuild
    {
        public Target Nothing => _ => _.Executes(() => { });
    }

    private class NeedsUnknownTool : NukeBuild
    {
        public Target Nothing => _ => _.Requires<UnknownTasks>().Executes(() => { });
    }
}
