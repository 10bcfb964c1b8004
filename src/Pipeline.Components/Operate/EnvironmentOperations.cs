using Pipeline.Components.Cluster;
using Pipeline.Components.Deliver;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Core.Rollouts.Status;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Components.Operate;

/// <summary>What a person asks of the rollout of an environment, whoever executes it.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="service">The service.</param>
/// <param name="environment">The environment.</param>
/// <param name="recordsOf">Folder for the journals of a rollout.</param>
/// <param name="clock">The time.</param>
/// <param name="holder">By which other executors know this one; null for machine and process.</param>
public sealed class EnvironmentOperations(
    ClusterConnection cluster,
    ServiceDefinition service,
    DeliveryEnvironment environment,
    Func<RolloutPlan, string> recordsOf,
    TimeProvider clock,
    string? holder = null
)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    // An executor looks for requests at every turn; one that is silent for this long may be dead.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly OperatedEnvironment operated = new(cluster, service, environment, recordsOf, clock)
    {
        Holder = holder ?? $"{Environment.MachineName}/{Environment.ProcessId}",
    };

    /// <summary>Redeployments of versions that were there before.</summary>
    public Redeployment Redeployment => new(operated, this);

    /// <summary>What the environment looks like.</summary>
    public Task<EnvironmentStatus> StatusAsync(CancellationToken stop) => operated.Objects.Status.ReadAsync(stop);

    /// <summary>Asks something of the last rollout; without an executor, this process is the one.</summary>
    /// <param name="kind">What is asked.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="stop">Ends the wait, and the execution as a signal does.</param>
    /// <exception cref="DeliveryException">There is no rollout, nobody answers, or the rollout that goes on here does not end well.</exception>
    public async Task AskAsync(RequestKind kind, Operator who, CancellationToken stop)
    {
        var state = await operated.LastAsync(stop);
        if (state.ObjectionTo(kind) is { } objection)
        {
            operated.Print($"nothing to do for {state.Plan.Id}: {objection}");
            return;
        }

        var request = operated.RequestFor(state, kind, who);
        await operated.Objects.Store.LeaveAsync(request, stop);
        operated.Print($"{state.Plan.Id}: {kind} by {request.Author}");
        for (var began = clock.GetTimestamp(); ; await Task.Delay(Poll, clock, stop))
        {
            state = await operated.LastAsync(stop);
            if (state.HasSeen(request))
                break;

            var waited = clock.GetElapsedTime(began);
            if (waited > LongestWait)
                throw new DeliveryException(
                    $"{environment.Name}: the executor does not answer; Status tells who it is",
                    ExitCode.LeaseHeld
                );
            var mayBeAlone = waited > Patience || await operated.HolderAsync(stop) is null;
            if (mayBeAlone && await TryAnswerAsync(request, stop))
                return;
        }

        operated.Print(state.Describe());
    }

    /// <summary>Goes on with a rollout that is held, or whose executor is gone.</summary>
    /// <param name="who">Who asks.</param>
    /// <param name="stop">Ends the wait, and the execution as a signal does.</param>
    /// <exception cref="DeliveryException">As for <see cref="AskAsync"/>.</exception>
    public async Task ResumeAsync(Operator who, CancellationToken stop)
    {
        var last = await operated.LastAsync(stop);
        if (
            last is not { IsUnderWay: true, Phase: not RolloutPhase.Held }
            || await operated.HolderAsync(stop) is not null
        )
        {
            await AskAsync(RequestKind.Resume, who, stop);
            return;
        }

        await using var lease = await operated.AcquireAsync(stop);
        operated.Print($"{last.Plan.Id} goes on where it was left");
        await operated.ExecuteAsync(environment, await operated.LastAsync(stop), lease, stop);
    }

    /// <summary>Makes this process the executor.</summary>
    /// <exception cref="LeaseHeldException">Another one is alive.</exception>
    public Task<RolloutLease> AcquireAsync(CancellationToken stop) => operated.AcquireAsync(stop);

    /// <summary>Makes this process the executor, and has another one abort what it does.</summary>
    /// <exception cref="LeaseHeldException">It does not let go within the time that pods take to become ready.</exception>
    public async Task<RolloutLease> SupersedeAsync(string why, CancellationToken stop)
    {
        var deadline = environment.ReadinessDeadline + LongestWait;
        var who = new Operator(Environment.UserName, why);
        for (var began = clock.GetTimestamp(); ; await Task.Delay(Poll, clock, stop))
        {
            try
            {
                return await operated.AcquireAsync(stop);
            }
            catch (LeaseHeldException) when (clock.GetElapsedTime(began) < deadline)
            {
                if (await operated.Objects.Store.LoadAsync(stop) is { IsUndecided: true } state)
                    await operated.Objects.Store.LeaveAsync(operated.RequestFor(state, RequestKind.Abort, who), stop);
            }
        }
    }

    // False when there is an executor after all, or nothing is left to execute.
    private async Task<bool> TryAnswerAsync(OperatorRequest request, CancellationToken stop)
    {
        try
        {
            await using var lease = await operated.AcquireAsync(stop);
            var state = await operated.LastAsync(stop);
            if (state.HasSeen(request))
                return false;
            if (request.Kind == RequestKind.Hold)
            {
                var asked = new RolloutObservation.Requested(request);
                var held = RolloutMachine.Advance(state, asked, clock.GetUtcNow()).State;
                await operated.Objects.Store.SaveAsync(held, stop);
                return false;
            }

            await operated.ExecuteAsync(environment, state, lease, stop);
            return true;
        }
        catch (LeaseHeldException)
        {
            return false;
        }
    }
}
