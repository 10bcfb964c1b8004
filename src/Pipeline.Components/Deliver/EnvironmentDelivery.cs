using Pipeline.Components.Cluster;
using Pipeline.Components.Operate;
using Pipeline.Components.Package;
using Pipeline.Core;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Rollouts;
using Serilog;

namespace Pipeline.Components.Deliver;

/// <summary>Delivers an image to one environment: decides what is to do, rolls it out and tells how it went.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="service">The service.</param>
/// <param name="environment">The environment, with the configuration to deliver.</param>
/// <param name="image">The image to deliver.</param>
/// <param name="records">Folder for the journals of its rollouts.</param>
/// <param name="clock">The time.</param>
public sealed class EnvironmentDelivery(
    ClusterConnection cluster,
    ServiceDefinition service,
    DeliveryEnvironment environment,
    ImageRecord image,
    string records,
    TimeProvider clock
)
{
    private static readonly TimeSpan StartUp = TimeSpan.FromSeconds(15);

    private readonly EnvironmentObjects objects = new(cluster.Client, service, environment, clock);

    /// <summary>Whether a rollout that is under way, or held by a person, is aborted first.</summary>
    public bool Supersedes { get; init; }

    /// <summary>By which other executors know this one; null for machine and process.</summary>
    public string? Holder { get; init; }

    /// <summary>Brings the image and the configuration into the environment.</summary>
    /// <param name="stop">Asks for the return to the version before.</param>
    /// <returns>How the environment came to serve the new version.</returns>
    /// <exception cref="DeliveryException">The environment does not serve the new version.</exception>
    public async Task<DeliveryReport> DeliverAsync(CancellationToken stop)
    {
        await new EnvironmentNamespace(cluster, environment).EnsureAsync(stop);
        await using var lease = await AcquireAsync(stop);
        await using var warning = lease.Lost.Register(() => Print("the lease is lost: this run gives up"));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, lease.Lost);
        try
        {
            if (cluster.IsRehearsal && await objects.SnapshotAsync(end.Token) is { Active: null })
                await BootstrapAsync(end.Token);
            return await RollOutAsync(environment, end.Token);
        }
        catch (RolloutConflictException conflict)
        {
            throw new DeliveryException($"{environment.Name}: {conflict.Message}", ExitCode.LeaseHeld);
        }
    }

    private async Task<RolloutLease> AcquireAsync(CancellationToken stop)
    {
        var operations = new EnvironmentOperations(cluster, service, environment, _ => records, clock, Holder);
        try
        {
            return Supersedes
                ? await operations.SupersedeAsync($"superseded by {image.Version}", stop)
                : await operations.AcquireAsync(stop);
        }
        catch (LeaseHeldException held)
        {
            throw new DeliveryException(held.Message, ExitCode.LeaseHeld);
        }
    }

    // A newcomer sees a whole canary at the first run: the same image, first as what serves, then as what replaces it.
    private async Task BootstrapAsync(CancellationToken stop)
    {
        if (environment.Strategy is not RolloutStrategy.Canary)
            return;

        await RollOutAsync(environment.With([KeyValuePair.Create("PIPELINE_REVISION", "bootstrap")]), stop);
        Print("rehearsal: same image");
    }

    private async Task<DeliveryReport> RollOutAsync(DeliveryEnvironment wanted, CancellationToken stop)
    {
        var revision = new Revision(image.Digest, ConfigurationHash.Of(wanted.Configuration));
        while (true)
        {
            var snapshot = await SnapshotAsync(stop);
            var version = new WantedVersion(revision, image.Repository, image.Version);
            switch (RolloutPlanner.Decide(service, wanted, snapshot, version, clock.GetUtcNow()))
            {
                case RolloutDecision.NothingToDo:
                    await DemandServingAsync(wanted, snapshot, stop);
                    Print($"{revision.Short} already verified, nothing to roll out");
                    return new DeliveryReport(revision, snapshot.Last?.Plan.Id ?? "", "verified before");
                case RolloutDecision.ReturnFirst left:
                    await ReturnAsync(wanted, left.State);
                    break;
                case RolloutDecision.HeldByPerson held when Supersedes:
                    await ReturnAsync(wanted, held.State);
                    break;
                case RolloutDecision.HeldByPerson held:
                    throw new DeliveryException(
                        $"{environment.Name}: {held.State.Plan.Id} is {held.State.Reason}; Resume or Abort it, or deploy with --supersede",
                        ExitCode.LeaseHeld
                    );
                case RolloutDecision.Continue left:
                    Print($"{left.State.Plan.Id} goes on where it was left");
                    return await ConcludeAsync(wanted, left.State, stop);
                case RolloutDecision.Begin begin:
                    await objects.DemandMetricsAsync(begin.State.Plan, stop);
                    foreach (var line in begin.State.Plan.Describe())
                        Print(line);
                    return await ConcludeAsync(wanted, begin.State, stop);
            }
        }
    }

    private Task ReturnAsync(DeliveryEnvironment wanted, RolloutState left)
    {
        Print($"{left.Plan.Id} was left in the middle: returning to the version before");
        return ExecuteAsync(wanted, left, new CancellationToken(canceled: true));
    }

    // The pods of a cluster that was just started are still on their way: down is what stays down for a moment.
    private async Task<EnvironmentSnapshot> SnapshotAsync(CancellationToken stop)
    {
        for (var began = clock.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(500), clock, stop))
        {
            var snapshot = await objects.SnapshotAsync(stop);
            if (!snapshot.IsDown || clock.GetElapsedTime(began) > StartUp)
                return snapshot;
        }
    }

    // Verified before is not serving now: the cluster may have been stopped, or lost the image.
    private async Task DemandServingAsync(
        DeliveryEnvironment wanted,
        EnvironmentSnapshot snapshot,
        CancellationToken stop
    )
    {
        var check = new ServingCheck(objects.Tracks(wanted), objects.Smoke, environment.ReadinessDeadline, clock);
        if (await check.ProblemOfAsync(snapshot.Active!.Value, Print, stop) is { } problem)
            throw new DeliveryException(
                $"{environment.Name}: {snapshot.Serving?.Short} was verified before, but does not serve: {problem}",
                ExitCode.NeverReady
            );
    }

    private async Task<DeliveryReport> ConcludeAsync(
        DeliveryEnvironment wanted,
        RolloutState state,
        CancellationToken stop
    )
    {
        var (end, last) = await ExecuteAsync(wanted, state, stop);
        if (end.Outcome is { } outcome and not RolloutOutcome.Promoted)
            throw new DeliveryException($"{environment.Name}: {end.Conclusion()}", ExitCode.Of(outcome));

        Print(end.Conclusion());
        return new DeliveryReport(end.Plan.To, end.Plan.Id, last?.Verdict.Sentence ?? "ready, smoke check passed");
    }

    private Task<(RolloutState End, StageRecord? Last)> ExecuteAsync(
        DeliveryEnvironment wanted,
        RolloutState state,
        CancellationToken stop
    ) => new RolloutRun(cluster, service, objects, _ => records, clock, Print).ExecuteAsync(wanted, state, stop);

    private void Print(string line) => Log.Information("{Environment,-12} {Line:l}", environment.Name, line);
}
