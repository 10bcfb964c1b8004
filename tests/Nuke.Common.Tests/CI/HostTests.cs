using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.CI.AzurePipelines;
using Nuke.Common.CI.GitHubActions;
using NukeCommon.Tests.Engine;
using Serilog;

namespace NukeCommon.Tests.CI;

public sealed class HostTests : EngineTest
{
    [Fact]
    public void A_run_on_a_terminal()
    {
        var run = Run<Build>(x => x.Last);

        Snapshot.Matches(run.Output);
    }

    [Fact]
    public void A_run_on_GitHub_Actions()
    {
        Variables["GITHUB_ACTIONS"] = "true";

        var run = Run<Build>(x => x.Last);

        Snapshot.Matches(run.Output);
    }

    [Fact]
    public void A_run_on_Azure_Pipelines()
    {
        Variables["TF_BUILD"] = "True";

        var run = Run<Build>(x => x.Last);

        Snapshot.Matches(run.Output);
    }

    [Fact]
    public void A_member_can_be_the_host_of_the_run()
    {
        var there = Run<Hosted>(x => x.Show, "--host", "GitHubActions");
        var elsewhere = Run<Hosted>(x => x.Show);

        Assert.Contains("GitHubActions, ", there.Lines);
        Assert.Contains(", ", elsewhere.Lines);
    }

    [Theory]
    [InlineData("verbose", "trace;debug;information;warning: careful;error: wrong")]
    [InlineData("normal", "debug;information;warning: careful;error: wrong")]
    [InlineData("minimal", "warning: careful;error: wrong")]
    [InlineData("quiet", "error: wrong")]
    public void The_verbosity_says_what_is_printed(string verbosity, string expected)
    {
        var run = Run<Build>(x => x.Speak, "--verbosity", verbosity);

        var block = run.Lines.SkipWhile(x => x != "== Speak").Skip(1).TakeWhile(x => x.Length > 0);
        Assert.Equal(expected, string.Join(';', block));
    }

    [Fact]
    public void GitHub_Actions_knows_its_variables()
    {
        var host = new GitHubActions(
            new Dictionary<string, string>
            {
                ["GITHUB_REF"] = "refs/heads/main",
                ["GITHUB_SHA"] = "abc",
                ["GITHUB_RUN_ID"] = "12",
                ["GITHUB_EVENT_NAME"] = "pull_request",
                ["GITHUB_STEP_SUMMARY"] = "/tmp/summary.md",
            }
        );

        Assert.Equal(("refs/heads/main", "abc"), (((IBuildServer)host).Branch, ((IBuildServer)host).Commit));
        Assert.Equal((12, 0), (host.RunId, host.RunNumber));
        Assert.True(host.IsPullRequest);
        Assert.Equal("/tmp/summary.md", host.StepSummaryFile);
        Assert.Null(host.Actor);
    }

    [Fact]
    public void Azure_Pipelines_knows_its_variables()
    {
        var host = new AzurePipelines(
            new Dictionary<string, string>
            {
                ["BUILD_SOURCEBRANCH"] = "refs/heads/main",
                ["BUILD_SOURCEVERSION"] = "abc",
                ["BUILD_BUILDID"] = "12",
            }
        );

        Assert.Equal(("refs/heads/main", "abc"), (((IBuildServer)host).Branch, ((IBuildServer)host).Commit));
        Assert.Equal(12, host.BuildId);
        Assert.Null(host.PullRequestId);
    }

    [Fact]
    public void Commands_of_GitHub_Actions_escape_what_would_end_them()
    {
        Variables["GITHUB_ACTIONS"] = "true";

        var run = Run<Commands>(x => x.GitHub);

        Assert.Contains("::error file=a%2Cb%3Ac.cs,line=3::100%25%0Abroken", run.Lines);
        Assert.Contains("::debug::details", run.Lines);
    }

    [Fact]
    public void Commands_of_Azure_Pipelines_escape_what_would_end_them()
    {
        Variables["TF_BUILD"] = "True";

        var run = Run<Commands>(x => x.Azure);

        Assert.Contains(
            "##vso[task.logissue type=error;sourcepath=a%3Bb%5D.cs;linenumber=3;]100%AZP25%0Abroken",
            run.Lines
        );
        Assert.Contains("##vso[task.setvariable variable=digest;isoutput=true;]sha256:1", run.Lines);
        Assert.Contains("##vso[build.updatebuildnumber]1.2.3", run.Lines);
    }

    [Fact]
    public void Static_instances_are_those_of_the_running_host()
    {
        var run = Run<Commands>(x => x.Where);

        Assert.Contains("neither True True", run.Lines);
    }

    [Fact]
    public void A_host_can_be_set_and_leave_messages_out()
    {
        var run = Run<Commands>(x => x.Filtered);

        Assert.Contains("shown", run.Lines);
        Assert.DoesNotContain("##hidden", run.Lines);
    }

    private class Build : NukeBuild
    {
        public Target Compile => _ => _.Executes(() => Log.Warning("obsolete\nsince 2024"));

        public Target Empty => _ => _.DependsOn(Compile);

        public Target Optional => _ => _.OnlyWhenStatic(() => Plan).DependsOn(Compile).Executes(() => { });

        public Target Fail =>
            _ =>
                _.DependsOn(Empty, Optional)
                    .After(Optional)
                    .Executes(() =>
                    {
                        Log.Information("three of {Count} done", 4);
                        Log.Debug("details");
                        throw new IOException("no space left", new IOException("ENOSPC"));
                    });

        public Target Never => _ => _.DependentFor(Last).DependsOn(Fail).Executes(() => { });

        public Target Last => _ => _.Executes(() => { });

        public Target Speak =>
            _ =>
                _.Executes(() =>
                {
                    Log.Verbose("trace");
                    Log.Debug("debug");
                    Log.Information("information");
                    Log.Warning("careful");
                    Log.Error("wrong");
                });
    }

    private class Commands : NukeBuild
    {
        public Target GitHub =>
            _ =>
                _.Executes(() =>
                {
                    GitHubActions.Instance.WriteDebug("details");
                    GitHubActions.Instance.WriteCommand(
                        "error",
                        "100%\nbroken",
                        properties =>
                        {
                            properties["file"] = "a,b:c.cs";
                            properties["line"] = 3;
                            return properties;
                        }
                    );
                });

        public Target Azure =>
            _ =>
                _.Executes(() =>
                {
                    AzurePipelines.Instance.LogError("100%\nbroken", "a;b].cs", "3");
                    AzurePipelines.Instance.SetVariable("digest", "sha256:1", isOutput: true);
                    AzurePipelines.Instance.UpdateBuildNumber("1.2.3");
                });

        public Target Where =>
            _ =>
                _.Executes(() =>
                    Log.Information(
                        "neither {GitHub} {Azure}",
                        GitHubActions.Instance == null,
                        AzurePipelines.Instance == null
                    )
                );

        public Target Filtered =>
            _ =>
                _.Executes(() =>
                {
                    Host = new Filter();
                    Log.Information("##hidden");
                    Log.Information("shown");
                });
    }

    private sealed class Filter : Host
    {
        protected internal override bool FilterMessage(string message) => message.StartsWith("##");
    }

    private class Hosted : NukeBuild
    {
        [CI]
        private readonly GitHubActions? GitHub = null;

        [CI]
        private readonly AzurePipelines? Azure = null;

        public Target Show =>
            _ =>
                _.Executes(() =>
                    Log.Information("{GitHub}, {Azure}", GitHub?.GetType().Name ?? "", Azure?.GetType().Name ?? "")
                );
    }
}
