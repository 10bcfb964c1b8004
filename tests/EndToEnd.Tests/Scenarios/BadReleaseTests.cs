using EndToEnd.Tests.Clones;
using EndToEnd.Tests.Clusters;
using EndToEnd.Tests.Runs;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Scenarios;

public sealed class BadReleaseTests(FreshClone clone, ITestOutputHelper output) : Scenario(clone, output)
{
    [SkippableTheory]
    [InlineData("--fault-error-rate", "0.05", "error rate", "(below 0.1 %|rollback trigger 1 %)")]
    [InlineData("--fault-latency-ms", "1500", "latency p95:", "over 1000 ms.*rollback trigger 5 %")]
    public async Task A_bad_release_is_taken_back_and_the_next_run_ships(
        string fault,
        string size,
        string metric,
        string limit
    )
    {
        await Clone.EnsureShippedAsync();

        var bad = (await BuildAndKeepAsync(fault, size, "--keep-cluster")).Exits(20);
        var (weights, codes) = await LookAsync();
        var next = await BuildAndKeepAsync("--keep-cluster");
        var down = await BuildAsync("ClusterDown");

        bad.Says("stage 1 of 3, weight 5 %");
        bad.NeverSays("stage 2 of 3, weight");
        Assert.Matches($@"rolled back: {metric} [\d.]+ % of \d+ requests .*{limit}", bad.End(lines: 8));
        Assert.InRange(WayBack(bad), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Equal([0, 100], weights.Values.Order());
        Assert.All(codes, code => Assert.Equal(200, code));
        next.Exits(0).Says("production", "already verified, nothing to roll out");
        down.Exits(0);
    }

    [SkippableFact]
    public async Task A_fault_on_a_real_cluster_is_refused_before_anything_is_read()
    {
        await Clone.EnsureShippedAsync();

        var run = await RunAsync([
            "env",
            "KUBECONFIG=no-such-kubeconfig",
            .. FreshClone.BuildCommand("--fault-error-rate", "0.05", "--context", "prod"),
        ]);

        run.Exits(255);
        run.Says("--fault-error-rate", "embedded cluster only");
        run.NeverSays("no-such-kubeconfig");
        Assert.Empty(Clone.Processes());
    }

    private static TimeSpan WayBack(FinishedCommand run) =>
        run.Says("production", "all traffic is back").At - run.Says("production", "RolledBack").At;

    private async Task<(IReadOnlyDictionary<string, int> Weights, IReadOnlyList<int> Codes)> LookAsync()
    {
        using var cluster = new ClusterView(Clone);
        return (await cluster.WeightsAsync("production"), await cluster.RequestAsync("production", requests: 100));
    }
}
