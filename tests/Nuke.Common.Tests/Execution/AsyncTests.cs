using Nuke.Common;
using NukeCommon.Tests.Engine;

namespace NukeCommon.Tests.Execution;

public sealed class AsyncTests : EngineTest
{
    [Theory]
    [InlineData("OfTask")]
    [InlineData("OfTaskWithResult")]
    [InlineData("OfValueTask")]
    [InlineData("OfValueTaskWithResult")]
    public void A_failure_after_an_await_fails_the_target(string target)
    {
        var run = RunWithoutDefault<Build>(target);

        Assert.Equal($"{target} Failed 0.0 s // Failed: too late", run.Row(target));
        Assert.Equal(255, (byte)run.ExitCode);
    }

    [Fact]
    public void Several_async_lambdas_in_one_call_are_refused_because_nobody_could_await_them()
    {
        var run = RunWithoutDefault<Unawaitable>("Several");

        Assert.StartsWith(
            "Target Several has an async action that cannot be awaited: call Executes once for each",
            run.Error
        );
    }

    private static async Task FailLater()
    {
        await Task.Yield();
        throw new InvalidOperationException("too late");
    }

    private class Build : NukeBuild
    {
        public Target OfTask => _ => _.Executes(async () => await FailLater());

        public Target OfTaskWithResult =>
            _ =>
                _.Executes(async () =>
                {
                    await FailLater();
                    return 1;
                });

        public Target OfValueTask => _ => _.Executes(() => new ValueTask(FailLater()));

        public Target OfValueTaskWithResult => _ => _.Executes(One);

        private async ValueTask<int> One()
        {
            await FailLater();
            return 1;
        }
    }

    private class Unawaitable : NukeBuild
    {
        public Target Several => _ => _.Executes(async () => await FailLater(), async () => await FailLater());
    }
}
