using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Makes the executor of an environment single: a Lease of 15 s, renewed every 5 s.</summary>
public sealed class RolloutLease : IAsyncDisposable
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    private readonly IKubernetes client;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource released = new();
    private readonly Task renewing;
    private V1Lease lease;

    private RolloutLease(IKubernetes client, V1Lease lease, TimeProvider clock)
    {
        this.client = client;
        this.lease = lease;
        this.clock = clock;
        renewing = RenewAsync();
    }

    /// <summary>Is cancelled when someone else took the lease over.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Takes the lease; waits for one whose holder died to expire.</summary>
    /// <param name="client">The cluster.</param>
    /// <param name="names">Names of the service's objects.</param>
    /// <param name="environment">The environment, which is the namespace.</param>
    /// <param name="holder">Who takes it, as others are told.</param>
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
        var first = await FindAsync(client, names, environment, cancellationToken);
        for (var current = first; ; current = await FindAsync(client, names, environment, cancellationToken))
        {
            if (current is null || IsFree(current, clock))
            {
                if (
                    await TryTakeAsync(client, names, environment, current, holder, clock, cancellationToken) is
                    { } taken
                )
                    return new RolloutLease(client, taken, clock);
                continue;
            }

            // A holder that renews is alive; one that does not is waited out.
            if (current.Spec.RenewTime != first?.Spec.RenewTime)
                throw new LeaseHeldException(environment, current.Spec.HolderIdentity, current.Spec.AcquireTime);

            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);
        }
    }

    /// <summary>Lets go of the lease.</summary>
    public async ValueTask DisposeAsync()
    {
        await released.CancelAsync();
        await renewing;
        if (!lost.IsCancellationRequested)
        {
            lease.Spec.HolderIdentity = "";
            await ReplaceAsync(client, lease, CancellationToken.None);
        }

        released.Dispose();
        lost.Dispose();
    }

    private static bool IsFree(V1Lease lease, TimeProvider clock) =>
        string.IsNullOrEmpty(lease.Spec?.HolderIdentity)
        || lease.Spec.RenewTime + TimeSpan.FromSeconds(lease.Spec.LeaseDurationSeconds ?? 0)
            < clock.GetUtcNow().UtcDateTime;

    private static async Task<V1Lease?> FindAsync(
        IKubernetes client,
        ObjectNames names,
        string environment,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await client.CoordinationV1.ReadNamespacedLeaseAsync(
                names.Rollout,
                environment,
                cancellationToken: cancellationToken
            );
        }
        catch (HttpOperationException missing) when (missing.Response?.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    // Null when someone else was faster.
    private static async Task<V1Lease?> TryTakeAsync(
        IKubernetes client,
        ObjectNames names,
        string environment,
        V1Lease? free,
        string holder,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (free is not null)
            {
                free.Spec = Held(free.Spec ?? new V1LeaseSpec(), holder, clock);
                free.Spec.LeaseTransitions = (free.Spec.LeaseTransitions ?? 0) + 1;
                return await ReplaceAsync(client, free, cancellationToken);
            }

            var created = new V1Lease
            {
                ApiVersion = "coordination.k8s.io/v1",
                Kind = "Lease",
                Metadata = new V1ObjectMeta { Name = names.Rollout, NamespaceProperty = environment },
                Spec = Held(new V1LeaseSpec(), holder, clock),
            };
            return await client.CoordinationV1.CreateNamespacedLeaseAsync(
                created,
                environment,
                cancellationToken: cancellationToken
            );
        }
        catch (HttpOperationException conflict) when (conflict.Response?.StatusCode == HttpStatusCode.Conflict)
        {
            return null;
        }
    }

    private static V1LeaseSpec Held(V1LeaseSpec spec, string holder, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        spec.HolderIdentity = holder;
        spec.LeaseDurationSeconds = (int)Duration.TotalSeconds;
        spec.AcquireTime = now;
        spec.RenewTime = now;
        return spec;
    }

    private static Task<V1Lease> ReplaceAsync(IKubernetes client, V1Lease lease, CancellationToken cancellationToken) =>
        client.CoordinationV1.ReplaceNamespacedLeaseAsync(
            lease,
            lease.Metadata.Name,
            lease.Metadata.NamespaceProperty,
            cancellationToken: cancellationToken
        );

    private async Task RenewAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Renewal, clock, released.Token);
                lease.Spec.RenewTime = clock.GetUtcNow().UtcDateTime;
                lease = await ReplaceAsync(client, lease, CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (released.IsCancellationRequested)
        {
            // Released: nothing to renew any more.
        }
        catch (HttpOperationException)
        {
            await lost.CancelAsync();
        }
    }
}
