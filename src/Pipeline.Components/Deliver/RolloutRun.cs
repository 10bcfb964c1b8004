using Pipeline.Components.Cluster;
using Pipeline.Components.Explain;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Rollouts;
using Pipeline.Kubernetes.Traffic;

namespace Pipeline.Components.Deliver;

/// <summary>Carries out a rollout from the state that it is in, and prints how it goes.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="service">The service.</param>
/// <param name="objects">What the environment consists of.</param>
/// <param name="recordsOf">Folder for the journals of a rollout.</param>
/// <param name="clock">The time.</param>
/// <param name="print">Prints a line.</param>
internal sealed class RolloutRun(
    ClusterConnection cluster,
    ServiceDefinition service,
    EnvironmentObjects objects,
    Func<RolloutPlan, string> recordsOf,
    TimeProvider clock,
    Action<string> print
)
{
    // Long enough for every rollout that ends at all; the load ends with the rollout.
    private static readonly TimeSpan LongestLoad = TimeSpan.FromHours(1);

    /// <summary>Runs until an executor has nothing more to do.</summary>
    /// <param name="wanted">The environment with the configuration to deliver.</param>
    /// <param name="state">Where to begin or to go on.</param>
    /// <param name="stop">Asks for the return to the version before.</param>
    /// <returns>The end, and the last look at a judged stage.</returns>
    public async Task<(RolloutState End, StageRecord? Last)> ExecuteAsync(
        DeliveryEnvironment wanted,
        RolloutState state,
        CancellationToken stop
    )
    {
        StageRecord? last = null;
        using var journal = JournalFile.Begin(recordsOf(state.Plan), state.Plan, clock);
        var phases = new PhaseProgress(print);
        var progress = new LookProgress(wanted.Name, clock);
        var world = await objects.WorldAsync(
            wanted,
            state.Plan,
            (at, record, judged) =>
            {
                last = record;
                progress.Print(at, record, judged);
                journal.Looked(at, record, judged);
            }
        );
        await using var traffic = Rehearse(wanted, state.Plan);
        var executor = new RolloutExecutor(
            world,
            objects.Store,
            clock,
            entered =>
            {
                phases.Entered(entered);
                journal.Entered(entered);
            }
        );
        return (await executor.RunAsync(state, stop), last);
    }

    private LoadGenerator? Rehearse(DeliveryEnvironment wanted, RolloutPlan plan)
    {
        if (
            wanted.Traffic is not { } traffic
            || (cluster.Gateway ?? traffic.OnRealClusters) is not { } gateway
            || plan.Stages.All(stage => stage.MaximumDuration is null)
        )
            return null;

        var load = RehearsalLoad.Of(service, traffic, LongestLoad);
        return LoadGenerator.Start(
            cluster.Gateway is null ? load.OnlyReads() : load,
            gateway,
            service.Names.Host(wanted.Name),
            clock
        );
    }
}
