using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Reads and writes the Lease of an environment's executor.</summary>
/// <param name="client">The cluster.</param>
/// <param name="names">Names of the service's objects.</param>
/// <param name="environment">The environment, which is the namespace.</param>
internal sealed class LeaseStore(IKubernetes client, ObjectNames names, string environment)
{
    /// <summary>The Lease; null when there is none.</summary>
    public async Task<V1Lease?> FindAsync(CancellationToken cancellationToken)
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

    /// <summary>Creates the Lease; null when there is one by now.</summary>
    public Task<V1Lease?> TryCreateAsync(V1LeaseSpec spec, CancellationToken cancellationToken) =>
        NullOnConflictAsync(
            client.CoordinationV1.CreateNamespacedLeaseAsync(
                new V1Lease
                {
                    ApiVersion = "coordination.k8s.io/v1",
                    Kind = "Lease",
                    Metadata = new V1ObjectMeta { Name = names.Rollout, NamespaceProperty = environment },
                    Spec = spec,
                },
                environment,
                fieldManager: ObjectMarks.Manager,
                cancellationToken: cancellationToken
            )
        );

    /// <summary>Changes a Lease that was read; null when it is another one by now.</summary>
    public Task<V1Lease?> TryReplaceAsync(V1Lease read, V1LeaseSpec spec, CancellationToken cancellationToken) =>
        NullOnConflictAsync(
            client.CoordinationV1.ReplaceNamespacedLeaseAsync(
                read with
                {
                    Spec = spec,
                },
                names.Rollout,
                environment,
                fieldManager: ObjectMarks.Manager,
                cancellationToken: cancellationToken
            )
        );

    private static async Task<V1Lease?> NullOnConflictAsync(Task<V1Lease> write)
    {
        try
        {
            return await write;
        }
        catch (HttpOperationException conflict) when (conflict.Response?.StatusCode == HttpStatusCode.Conflict)
        {
            return null;
        }
    }
}
