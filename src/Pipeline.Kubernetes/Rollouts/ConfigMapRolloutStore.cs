using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Keeps the state in a ConfigMap of the environment; every write is checked against the version last seen.</summary>
/// <param name="client">The cluster.</param>
/// <param name="names">Names of the service's objects.</param>
/// <param name="environment">The environment, which is the namespace.</param>
public sealed class ConfigMapRolloutStore(IKubernetes client, ObjectNames names, string environment) : IRolloutStore
{
    private V1ConfigMap? seen;

    /// <inheritdoc/>
    public async Task<RolloutState?> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            seen = await client.CoreV1.ReadNamespacedConfigMapAsync(
                names.Rollout,
                environment,
                cancellationToken: cancellationToken
            );
        }
        catch (HttpOperationException missing) when (missing.Response?.StatusCode == HttpStatusCode.NotFound)
        {
            seen = null;
        }

        return seen?.Data is { } data && data.TryGetValue(ObjectMarks.StateKey, out var json)
            ? RolloutJson.Read(json)
            : null;
    }

    /// <inheritdoc/>
    public async Task SaveAsync(RolloutState state, CancellationToken cancellationToken)
    {
        try
        {
            seen = seen is null
                ? await CreateAsync(state, cancellationToken)
                : await ReplaceAsync(seen, state, cancellationToken);
        }
        catch (HttpOperationException conflict) when (conflict.Response?.StatusCode == HttpStatusCode.Conflict)
        {
            throw new RolloutConflictException(
                $"ConfigMap {environment}/{names.Rollout} was changed by someone else while {state.Plan.Id} ran; "
                    + "look at it and at its Lease, then run the deployment again"
            );
        }
    }

    private Task<V1ConfigMap> CreateAsync(RolloutState state, CancellationToken cancellationToken)
    {
        var created = new V1ConfigMap
        {
            ApiVersion = "v1",
            Kind = "ConfigMap",
            Metadata = new V1ObjectMeta
            {
                Name = names.Rollout,
                NamespaceProperty = environment,
                Labels = new Dictionary<string, string>
                {
                    [ObjectMarks.NameLabel] = names.Service,
                    [ObjectMarks.ManagedByLabel] = ObjectMarks.Manager,
                },
            },
            Data = new Dictionary<string, string> { [ObjectMarks.StateKey] = RolloutJson.Write(state) },
        };
        return client.CoreV1.CreateNamespacedConfigMapAsync(
            created,
            environment,
            fieldManager: ObjectMarks.Manager,
            cancellationToken: cancellationToken
        );
    }

    // The resource version of what was last seen goes along, which makes the server refuse an overwrite.
    private Task<V1ConfigMap> ReplaceAsync(V1ConfigMap last, RolloutState state, CancellationToken cancellationToken)
    {
        last.Data = new Dictionary<string, string>(last.Data ?? new Dictionary<string, string>())
        {
            [ObjectMarks.StateKey] = RolloutJson.Write(state),
        };
        return client.CoreV1.ReplaceNamespacedConfigMapAsync(
            last,
            names.Rollout,
            environment,
            fieldManager: ObjectMarks.Manager,
            cancellationToken: cancellationToken
        );
    }
}
