using EndToEnd.Tests.Clones;
using EndToEnd.Tests.Clusters;
using EndToEnd.Tests.Processes;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Scenarios;

public sealed class ClusterTests(FreshClone clone, ITestOutputHelper output) : Scenario(clone, output)
{
    [SkippableFact]
    public async Task Kubectl_shows_the_deployments_until_the_cluster_is_taken_down()
    {
        Skip.If((await RunAsync("sh", "-c", "command -v kubectl")).ExitCode != 0, "kubectl is not installed");
        await Clone.EnsureShippedAsync();

        var up = await BuildAndKeepAsync("ClusterUp");
        var shown = await RunAsync(
            "kubectl",
            "--kubeconfig",
            ".nuke/temp/cluster/kubeconfig",
            "get",
            "deployments",
            "-A"
        );
        var down = await BuildAsync("ClusterDown");

        up.Exits(0).Says("kubectl --kubeconfig .nuke/temp/cluster/kubeconfig");
        shown.Exits(0);
        shown.Says("development", "user-service-a");
        shown.Says("production", "user-service-b");
        down.Exits(0);
    }

    [SkippableFact]
    public async Task A_killed_cluster_leaves_no_orphan_once_it_was_up_and_down_again()
    {
        await Clone.EnsureShippedAsync();
        (await BuildAndKeepAsync("ClusterUp")).Exits(0);
        KillCluster();

        var up = await BuildAndKeepAsync("ClusterUp");
        var down = await BuildAsync("ClusterDown");

        up.Exits(0);
        down.Exits(0);
    }

    [SkippableFact]
    public async Task A_killed_cluster_leaves_no_orphan_once_it_was_taken_down()
    {
        await Clone.EnsureShippedAsync();
        (await BuildAndKeepAsync("ClusterUp")).Exits(0);
        KillCluster();

        var down = await BuildAsync("ClusterDown");

        down.Exits(0);
    }

    [SkippableFact]
    public async Task A_cluster_killed_in_the_middle_of_a_canary_ends_the_run_and_the_next_one_puts_things_in_order()
    {
        await Clone.EnsureShippedAsync();
        using var canary = Clone.Start("--fault-latency-ms", "1");
        await canary.LineAsync("stage 1 of 3, weight");

        KillCluster();
        var run = await FinishAsync(canary);
        var next = await BuildAsync();

        run.Exits(255).Says("no answer from the API server");
        next.Exits(0).Says("production", "already verified, nothing to roll out");
    }

    private void KillCluster()
    {
        using var cluster = new ClusterView(Clone);
        Signal.Kill.SendTo(cluster.ProcessId);
    }
}
