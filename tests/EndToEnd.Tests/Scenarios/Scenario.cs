using EndToEnd.Tests.Clones;
using EndToEnd.Tests.Runs;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Scenarios;

/// <summary>What a user tries in the clone. The transcript of every run stands in the test's output.</summary>
[Collection(FreshCloneCollection.Name)]
public abstract class Scenario(FreshClone clone, ITestOutputHelper output) : IAsyncLifetime
{
    protected FreshClone Clone => clone;

    /// <inheritdoc/>
    public Task InitializeAsync()
    {
        Skip.If(FreshClone.Obstacle is not null, FreshClone.Obstacle);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        clone.EndLeftovers();
        return Task.CompletedTask;
    }

    /// <summary>Runs <c>./build.sh</c>, which must leave no process behind.</summary>
    protected async Task<FinishedCommand> BuildAsync(params string[] arguments)
    {
        var run = await BuildAndKeepAsync(arguments);
        AssertNothingRuns(run);
        return run;
    }

    /// <summary>Runs <c>./build.sh</c>, which may leave a cluster behind.</summary>
    protected async Task<FinishedCommand> BuildAndKeepAsync(params string[] arguments) =>
        Written(await clone.BuildAsync(arguments));

    /// <summary>Waits for the end of a run, which must leave no process behind.</summary>
    protected async Task<FinishedCommand> FinishAsync(RunningCommand running)
    {
        var run = Written(await running.FinishAsync());
        AssertNothingRuns(run);
        return run;
    }

    /// <summary>Runs another command in the clone.</summary>
    protected async Task<FinishedCommand> RunAsync(params string[] command) => Written(await clone.RunAsync(command));

    private FinishedCommand Written(FinishedCommand run)
    {
        output.WriteLine($"$ {run.Command}");
        output.WriteLine(run.Text);
        output.WriteLine($"exit code {run.ExitCode}");
        return run;
    }

    private void AssertNothingRuns(FinishedCommand run)
    {
        var left = clone.Processes();
        Assert.True(left.Count == 0, $"{run.Command} left behind: {string.Join("; ", left)}");
    }
}
