using Nuke.Common;
using NukeCommon.Tests.Engine;
using Serilog;

namespace NukeCommon.Tests.Execution;

public sealed class ExecutionTests : IDisposable
{
    private readonly EngineSetup setup = new();

    public void Dispose() => setup.Dispose();

    [Fact]
    public void A_target_runs_after_what_it_depends_on()
    {
        var run = setup.Run<Build>(x => x.Test);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("restored 3\n", run.Output);
    }

    class Build : NukeBuild
    {
        [Parameter("How many")]
        readonly int Count = 3;

        Target Restore => _ => _.Executes(() => Log.Information("restored {Count}", Count));

        public Target Test => _ => _.DependsOn(Restore).Executes(() => Log.Information("tested"));
    }
}
