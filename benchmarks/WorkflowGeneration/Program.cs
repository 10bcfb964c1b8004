using System.Diagnostics;
using Pipeline.Workflows;
using Pipeline.Workflows.Azure;
using Pipeline.Workflows.GitHub;
using WorkflowGeneration;

// Milliseconds of processor time, and of the clock, to plan and write the workflows of both providers. The first time in a process is what a run pays; it
// includes the compilation of the generator itself.
IWorkflowDialect[] dialects = [new GitHubDialect(), new AzureDialect()];
foreach (var services in (int[])[1, 50])
{
    var (workflows, graph) = Deliveries.Of(services);
    var times = Enumerable.Range(0, 11).Select(_ => Measure()).ToList();
    var (first, later) = (times[0], times.Skip(1).OrderBy(time => time.Clock).ElementAt(5));
    Console.WriteLine($"{services} services, {workflows.Count} workflows: first {first}, then {later} (median of 10)");

    Duration Measure()
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        WorkflowFiles.Of(workflows, graph, dialects);
        return new Duration(
            (Environment.CpuUsage.TotalTime - before).TotalMilliseconds,
            watch.Elapsed.TotalMilliseconds
        );
    }
}
