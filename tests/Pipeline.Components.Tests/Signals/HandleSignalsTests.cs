using System.Diagnostics;
using Pipeline.Components.Tests.Builds;

namespace Pipeline.Components.Tests.Signals;

[Trait("Category", "Slow")]
public class HandleSignalsTests
{
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void A_signal_cancels_the_running_target_and_runs_the_assured_ones(string signal, int exitCode)
    {
        using var build = new StartedBuild(["Wait"]);
        build.AwaitLine("waiting");

        build.Signal(signal);

        Assert.Equal(exitCode, build.Finish());
        Assert.Contains("tidied up", build.Output);
        Assert.DoesNotContain("next began", build.Output);
    }

    [Fact]
    public void A_signal_ends_the_tools_of_the_running_target_with_all_that_they_started()
    {
        using var build = new StartedBuild(["WaitForTool"]);
        build.AwaitLine("waiting");

        build.Signal("TERM");

        Assert.Equal(143, build.Finish());
        Assert.Contains("tidied up", build.Output);
        using var held = Process.Start("flock", ["--timeout", "10", Path.Combine(build.Root, "held"), "true"]);
        held.WaitForExit();
        Assert.Equal(0, held.ExitCode);
    }

    [Fact]
    public void After_a_target_that_takes_no_notice_of_a_signal_no_other_one_begins()
    {
        using var build = new StartedBuild(["TakeNoNotice"]);
        build.AwaitLine("waiting");

        build.Signal("INT");

        Assert.Equal(130, build.Finish());
        Assert.DoesNotContain("next began", build.Output);
        Assert.Contains("SIGINT came before this target began", build.Output);
        Assert.Contains("tidied up", build.Output);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void A_second_signal_ends_the_run_at_once(string signal, int exitCode)
    {
        using var build = new StartedBuild(["Wait", "GetStuck", "--skip", "Next"]);
        build.AwaitLine("waiting");
        build.Signal(signal);
        build.AwaitLine("stuck");

        build.Signal(signal);

        Assert.Equal(exitCode, build.Finish());
    }
}
