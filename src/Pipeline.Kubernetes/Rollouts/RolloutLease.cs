using k8s;
using k8s.Autorest;
using k8s.Models;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts.Status;
using Pipeline.Kubernetes.Access;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Makes the executor of an environment single: a Lease of 15 s, renewed every 5 s.</summary>
public sealed class RolloutLease : IAsyncDisposable
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly LeaseStore store;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource released = new();
    private readonly Task renewing;
    private V1Lease lease;

    private RolloutLease(LeaseStore store, V1Lease lease, TimeProvider clock)
    {
        this.store = store;
        this.lease = lease;
        this.clock = clock;
        renewing = RenewAsync();
    }

    /// <summary>Is cancelled when someone else took the lease over, or it could not be renewed in time.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Takes the lease; waits for one whose holder died to expire.</summary>
    /// <param name="client">The cluster.</param>
    /// <param name="names">Names of the service's objects.</param>
    /// <param name="environment">The environment, which is the namespace.</param>
    /// <param name="holder">Who takes it, as others are told; no two executors have the same name.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LeaseHeldException">Its holder is alive.</exception>
    public static async Task<RolloutLease> AcquireAsync(
        IKubernetes client,
        ObjectNames names,
        string environment,
        string holder,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var store = new LeaseStore(client, names, environment);
        var began = clock.GetTimestamp();
        var first = await store.FindAsync(cancellationToken);
        for (var current = first; ; current = await store.FindAsync(cancellationToken))
        {
            var waited = clock.GetElapsedTime(began);
            if (current is null || IsFree(current, holder, clock))
            {
                if (await TryTakeAsync(store, current, holder, clock, cancellationToken) is { } taken)
                    return new RolloutLease(store, taken, clock);
            }
            // A holder that renews is alive; one that does not is waited out, whatever the time is by its clock.
            else if (current.Spec.RenewTime != first?.Spec?.RenewTime)
                throw new LeaseHeldException(environment, current.Spec.HolderIdentity, current.Spec.AcquireTime);
            else if (waited < DurationOf(current))
                await Task.Delay(Poll, clock, cancellationToken);
            else if (await TryTakeAsync(store, current, holder, clock, cancellationToken) is { } taken)
                return new RolloutLease(store, taken, clock);
        }
    }

    /// <summary>Who holds the lease; null when nobody does, or when its time is over.</summary>
    public static async Task<LeaseHolder?> HolderAsync(
        IKubernetes client,
        ObjectNames names,
        string environment,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        await new LeaseStore(client, names, environment).FindAsync(cancellationToken) is { } lease
        && !IsFree(lease, holder: "", clock)
            ? new LeaseHolder(lease.Spec.HolderIdentity, lease.Spec.AcquireTime)
            : null;

    /// <summary>Lets go of the lease; where that fails, it expires.</summary>
    public async ValueTask DisposeAsync()
    {
        await released.CancelAsync();
        await renewing;
        if (!lost.IsCancellationRequested)
            await ReleaseAsync();

        released.Dispose();
        lost.Dispose();
    }

    // A lease in our own name is one whose taking succeeded while its answer got lost.
    private static bool IsFree(V1Lease lease, string holder, TimeProvider clock) =>
        string.IsNullOrEmpty(lease.Spec?.HolderIdentity)
        || lease.Spec.HolderIdentity == holder
        || lease.Spec.RenewTime + DurationOf(lease) < clock.GetUtcNow().UtcDateTime;

    private static TimeSpan DurationOf(V1Lease lease) => TimeSpan.FromSeconds(lease.Spec.LeaseDurationSeconds ?? 0);

    // Null when someone else was faster.
    private static Task<V1Lease?> TryTakeAsync(
        LeaseStore store,
        V1Lease? free,
        string holder,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var taken = new V1LeaseSpec
        {
            HolderIdentity = holder,
            LeaseDurationSeconds = (int)Duration.TotalSeconds,
            AcquireTime = now,
            RenewTime = now,
            LeaseTransitions = free is null ? 0 : (free.Spec?.LeaseTransitions ?? 0) + 1,
        };
        return free is null
            ? store.TryCreateAsync(taken, cancellationToken)
            : store.TryReplaceAsync(free, taken, cancellationToken);
    }

    private async Task RenewAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Renewal, clock, released.Token);
                // Others see the lease expire after its duration: until then it is renewed or given up.
                using var deadline = new CancellationTokenSource(Duration - Renewal, clock);
                if (await TryRenewAsync(deadline.Token) is not { } renewed)
                    break;
                lease = renewed;
            }
        }
        catch (OperationCanceledException) when (released.IsCancellationRequested)
        {
            return;
        }
        catch (Exception problem) when (IsFailure(problem))
        {
            // Whoever cannot renew does not know whether others have taken over.
        }

        await lost.CancelAsync();
    }

    // Null when someone else holds it.
    private async Task<V1Lease?> TryRenewAsync(CancellationToken cancellationToken)
    {
        var spec = lease.Spec with { RenewTime = clock.GetUtcNow().UtcDateTime };
        if (await store.TryReplaceAsync(lease, spec, cancellationToken) is { } renewed)
            return renewed;

        // A renewal whose answer got lost was repeated, and then refused because of itself.
        var current = await store.FindAsync(cancellationToken);
        return current?.Spec?.HolderIdentity == lease.Spec.HolderIdentity ? current : null;
    }

    private async Task ReleaseAsync()
    {
        using var deadline = new CancellationTokenSource(Duration - Renewal, clock);
        try
        {
            await store.TryReplaceAsync(lease, lease.Spec with { HolderIdentity = "" }, deadline.Token);
        }
        catch (Exception problem) when (IsFailure(problem))
        {
            // How the rollout ended must not depend on this; the lease expires by itself.
        }
    }

    private static bool IsFailure(Exception problem) =>
        problem
            is HttpOperationException
                or HttpRequestException
                or ClusterUnreachableException
                or PermissionMissingException
                or OperationCanceledException;
}
