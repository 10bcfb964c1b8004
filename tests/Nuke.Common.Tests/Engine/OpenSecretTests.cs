using Nuke.Common;
using Nuke.Common.Tooling;
using Serilog;

namespace NukeCommon.Tests.Engine;

public sealed class OpenSecretTests : EngineTest
{
    [Fact]
    public void A_secret_on_the_command_line_is_warned_of()
    {
        var run = Run<Build>(x => x.Show, "--token", "s3cr3t");

        Assert.Contains(
            "warning: --token is a secret, and everyone on this machine can read command lines: use an environment variable.",
            run.Lines
        );
    }

    [Fact]
    public void A_secret_in_the_environment_is_not()
    {
        Variables["TOKEN"] = "s3cr3t";

        Assert.DoesNotContain("warning", Run<Build>(x => x.Show).Output);
    }

    [Fact]
    public void A_secret_among_the_arguments_of_a_tool_is_warned_of()
    {
        Variables["TOKEN"] = "s3cr3t";

        var run = Run<Build>(x => x.Pass);

        Assert.Contains(run.Lines, x => x.StartsWith("warning: dotnet gets a secret as an argument"));
        Assert.DoesNotContain("s3cr3t", run.Output);
    }

    [Fact]
    public void No_secret_is_left_in_the_message_of_a_tool_s_failure()
    {
        Variables["TOKEN"] = "s3cr3t";

        Run<Build>(x => x.Fail);

        Assert.Contains("unknown-[secret]", Build.Message);
        Assert.DoesNotContain("s3cr3t", Build.Message);
    }

    [Fact]
    public void No_secret_is_left_in_the_record_of_the_run()
    {
        Run<Build>(x => x.Show, "--token", "s3cr3t");

        Assert.DoesNotContain("s3cr3t", File.ReadAllText(Root / ".nuke" / "temp" / "build-attempt.log"));
    }

    private class Build : NukeBuild
    {
        [Parameter]
        [Secret]
        private readonly string Token = "";

        public static string Message { get; private set; } = "";

        public Target Fail =>
            _ =>
                _.Executes(() =>
                    Message = Assert
                        .Throws<ProcessException>(() =>
                            ProcessTasks.StartProcess("git", $"unknown-{Token}").AssertZeroExitCode()
                        )
                        .Message
                );

        public Target Show => _ => _.Executes(() => Log.Information("{Length}", Token.Length));

        public Target Pass =>
            _ => _.Executes(() => ProcessTasks.StartProcess("dotnet", $"--list-runtimes {Token}").WaitForExit());
    }
}
