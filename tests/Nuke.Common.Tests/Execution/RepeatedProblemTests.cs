using Nuke.Common;
using NukeCommon.Tests.Engine;
using Serilog;

namespace NukeCommon.Tests.Execution;

public sealed class RepeatedProblemTests : EngineTest
{
    [Fact]
    public void An_error_at_the_end_of_the_log_is_printed_once()
    {
        var run = Run<Build>(x => x.Fail);

        Assert.Single(run.Lines, x => x.StartsWith("error: "));
    }

    [Fact]
    public void A_warning_that_other_lines_followed_is_repeated_at_the_end_with_its_target()
    {
        var run = Run<Build>(x => x.WarnAndGoOn);

        Assert.Equal(
            ["warning: careful", "warning: WarnAndGoOn: careful"],
            run.Lines.Where(x => x.StartsWith("warning: "))
        );
    }

    private class Build : NukeBuild
    {
        public Target Fail => _ => _.Executes(() => throw new IOException("disk full"));

        public Target WarnAndGoOn =>
            _ =>
                _.Executes(() =>
                {
                    Log.Warning("careful");
                    Log.Information("going on");
                });
    }
}
