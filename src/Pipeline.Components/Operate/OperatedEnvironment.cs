using Pipeline.Components.Cluster;
using Pipeline.Components.Deliver;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Core.Rollouts.Status;
using Pipeline.Kubernetes.Rollouts;
using Serilog;

namespace Pipeline.Components.Operate;

/// <summary>An environment as those who act on its rollout share it.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="service">The service.</param>
/// <param name="definition">The environment.</param>
/// <param name="recordsOf">Folder for the journals of a rollout.</param>
/// <param name="clock">The time.</param>
internal sealed class OperatedEnvironment(
    ClusterConnection cluster,
    ServiceDefinition service,
    DeliveryEnvironment definition,
    Func<RolloutPlan, string> recordsOf,
    TimeProvider clock
)
{
    public DeliveryEnvironment Definition { get; } = definition;

    public EnvironmentObjects Objects { get; } = new(cluster.Client, service, definition, clock);

    public TimeProvider Clock { get; } = clock;

    /// <summary>By which other executors know this one.</summary>
    public required string Holder { get; init; }

    /// <summary>The last rollout.</summary>
    /// <exception cref="DeliveryException">There was none.</exception>
    public async Task<RolloutState> LastAsync(CancellationToken stop) =>
        await Objects.Store.LoadAsync(stop) ?? throw Refused("there was no rollout yet");

    /// <summary>Who executes a rollout now; null when nobody does.</summary>
    public Task<LeaseHolder?> HolderAsync(CancellationToken stop) =>
        RolloutLease.HolderAsync(cluster.Client, service.Names, Definition.Name, Clock, stop);

    /// <summary>Makes this process the executor.</summary>
    /// <exception cref="LeaseHeldException">Another one is alive.</exception>
    public Task<RolloutLease> AcquireAsync(CancellationToken stop) =>
        RolloutLease.AcquireAsync(cluster.Client, service.Names, Definition.Name, Holder, Clock, stop);

    /// <summary>What should be done with a version now.</summary>
    public async Task<RolloutDecision> DecideAsync(
        DeliveryEnvironment wanted,
        WantedVersion version,
        CancellationToken stop
    ) => RolloutPlanner.Decide(service, wanted, await Objects.SnapshotAsync(stop), version, Clock.GetUtcNow());

    /// <summary>Executes a rollout in this process; an end that a person asked for is a success.</summary>
    /// <exception cref="DeliveryException">It does not end well.</exception>
    public async Task ExecuteAsync(
        DeliveryEnvironment wanted,
        RolloutState state,
        RolloutLease lease,
        CancellationToken stop
    )
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, lease.Lost);
        var run = new RolloutRun(cluster, service, Objects, recordsOf, Clock, Print);
        var (end, _) = await run.ExecuteAsync(wanted, state, either.Token);
        var isWanted = end.Outcome == RolloutOutcome.Aborted && !either.IsCancellationRequested;
        if (end.Outcome is { } outcome and not RolloutOutcome.Promoted && !isWanted)
            throw new DeliveryException($"{Definition.Name}: {end.Conclusion()}", ExitCode.Of(outcome));
        Print(end.Conclusion());
    }

    /// <summary>A request that is told from all others.</summary>
    public OperatorRequest RequestFor(RolloutState state, RequestKind kind, Operator who) =>
        new()
        {
            Id = Guid.NewGuid().ToString("N"),
            Rollout = state.Plan.Id,
            Kind = kind,
            By = who.Name,
            Why = who.Why,
            At = Clock.GetUtcNow(),
        };

    public DeliveryException Refused(string why) => new($"{Definition.Name}: {why}", ExitCode.BuildFailed);

    public void Print(string line) => Log.Information("{Environment,-12} {Line:l}", Definition.Name, line);
}
