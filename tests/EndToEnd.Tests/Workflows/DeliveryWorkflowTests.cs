using EndToEnd.Tests.Clones;
using Xunit.Abstractions;
using static EndToEnd.Tests.Workflows.DeliveryWorkflow;

namespace EndToEnd.Tests.Workflows;

/// <summary>
/// Each job of the delivery on a machine of its own, with nothing but what its needs hand over. Job <c>verify</c> is the run that these
/// tests are part of.
/// </summary>
public sealed class DeliveryWorkflowTests(ITestOutputHelper output) : IDisposable
{
    private readonly string store = Directory.CreateTempSubdirectory("pipeline-artifacts-").FullName;

    [SkippableFact]
    public async Task Every_job_succeeds_with_only_its_artifacts()
    {
        Skip.If(FreshClone.Obstacle is not null, FreshClone.Obstacle);
        OuterWorkingCopy.CopyTestResults(Path.Combine(store, "verify-machine"));
        Directory.Move(
            Path.Combine(store, "verify-machine", "artifacts", "test-results"),
            Path.Combine(store, "verify")
        );

        foreach (var job in new[] { "package", "development", "staging", "production" })
            await RunAsync(job);

        Assert.True(Directory.Exists(Path.Combine(store, "staging")), "staging handed nothing on");
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(store, recursive: true);

    private async Task RunAsync(string job)
    {
        using var machine = new JobMachine();
        await machine.CheckOutAsync(OuterWorkingCopy.Root);
        foreach (var step in StepsOf(OuterWorkingCopy.Root, job))
        {
            var uses = Text(step, "uses") ?? "";
            // Steps that log in to a cloud run only where there is one.
            if (Text(step, "run") is { } script && Text(step, "if") is null)
            {
                var run = await machine.RunAsync(script, EnvironmentOf(step));
                output.WriteLine($"{job}: {run.Text}");
                run.Exits(0);
            }
            else if (uses.StartsWith("actions/download-artifact@", StringComparison.Ordinal))
            {
                machine.TakeOver(Path.Combine(store, Text(step, "with", "name")!), Text(step, "with", "path")!);
            }
            else if (uses.StartsWith("actions/upload-artifact@", StringComparison.Ordinal))
            {
                var patterns = Text(step, "with", "path")!.Split('\n');
                var artifact = Path.Combine(store, Text(step, "with", "name")!);
                Assert.NotEqual(0, machine.HandOn(FilePattern.FolderOf(patterns), patterns, artifact));
            }
        }
    }
}
