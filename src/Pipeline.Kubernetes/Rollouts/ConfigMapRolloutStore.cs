using System.Net;
using System.Text.Json.Nodes;
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
        seen = await FindAsync(cancellationToken);
        try
        {
            return StateIn(seen) is { } json ? RolloutJson.Read(json) : null;
        }
        catch (FormatException problem)
        {
            throw new FormatException($"ConfigMap {environment}/{names.Rollout}: {problem.Message}", problem);
        }
    }

    /// <inheritdoc/>
    public async Task<OperatorRequest?> PendingAsync(RolloutState state, CancellationToken cancellationToken)
    {
        var map = await FindAsync(cancellationToken);
        // Only a request may have been added: a state that someone else wrote is to be met by the next write.
        if (StateIn(map) == StateIn(seen))
            seen = map;
        return
            RequestJson.Read(ValueIn(map, ObjectMarks.RequestKey)) is { } request
            && request.Rollout == state.Plan.Id
            && !state.HasSeen(request)
            ? request
            : null;
    }

    /// <summary>Leaves a request for the executor; one that was left before and not seen is replaced.</summary>
    /// <exception cref="RolloutConflictException">The environment never had a rollout.</exception>
    public async Task LeaveAsync(OperatorRequest request, CancellationToken cancellationToken)
    {
        var patch = new JsonObject
        {
            ["data"] = new JsonObject { [ObjectMarks.RequestKey] = RequestJson.Write(request) },
        };
        try
        {
            await client.CoreV1.PatchNamespacedConfigMapAsync(
                new V1Patch(patch.ToJsonString(), V1Patch.PatchType.MergePatch),
                names.Rollout,
                environment,
                fieldManager: ObjectMarks.Manager,
                cancellationToken: cancellationToken
            );
        }
        catch (HttpOperationException missing) when (missing.Response?.StatusCode == HttpStatusCode.NotFound)
        {
            throw new RolloutConflictException($"ConfigMap {environment}/{names.Rollout} is gone");
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(RolloutState state, CancellationToken cancellationToken)
    {
        var json = RolloutJson.Write(state);
        while (!await TryWriteAsync(json, cancellationToken))
        {
            var before = StateIn(seen);
            seen = await FindAsync(cancellationToken);
            var now = StateIn(seen);
            // A write whose answer got lost was repeated, and then refused because of itself.
            if (now == json)
                return;
            // Under another key, operators leave their requests: that is no conflict.
            if (now != before)
                throw new RolloutConflictException(
                    $"ConfigMap {environment}/{names.Rollout} was changed by someone else while {state.Plan.Id} ran; "
                        + "look at it and at its Lease, then run the deployment again"
                );
        }
    }

    private static string? StateIn(V1ConfigMap? map) => ValueIn(map, ObjectMarks.StateKey);

    private static string? ValueIn(V1ConfigMap? map, string key) =>
        map?.Data is { } data && data.TryGetValue(key, out var value) ? value : null;

    private async Task<V1ConfigMap?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.CoreV1.ReadNamespacedConfigMapAsync(
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

    // False when the ConfigMap is not the one that was last seen.
    private async Task<bool> TryWriteAsync(string json, CancellationToken cancellationToken)
    {
        try
        {
            seen = seen is null
                ? await CreateAsync(json, cancellationToken)
                : await ReplaceAsync(seen, json, cancellationToken);
            return true;
        }
        catch (HttpOperationException refusal) when (IsOutdated(refusal.Response?.StatusCode))
        {
            return false;
        }
    }

    private bool IsOutdated(HttpStatusCode? status) =>
        status == HttpStatusCode.Conflict || (status == HttpStatusCode.NotFound && seen is not null);

    private Task<V1ConfigMap> CreateAsync(string json, CancellationToken cancellationToken)
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
            Data = new Dictionary<string, string> { [ObjectMarks.StateKey] = json },
        };
        return client.CoreV1.CreateNamespacedConfigMapAsync(
            created,
            environment,
            fieldManager: ObjectMarks.Manager,
            cancellationToken: cancellationToken
        );
    }

    // The resource version of what was last seen goes along, which makes the server refuse an overwrite.
    private Task<V1ConfigMap> ReplaceAsync(V1ConfigMap last, string json, CancellationToken cancellationToken) =>
        client.CoreV1.ReplaceNamespacedConfigMapAsync(
            last with
            {
                Data = new Dictionary<string, string>(last.Data ?? new Dictionary<string, string>())
                {
                    [ObjectMarks.StateKey] = json,
                },
            },
            names.Rollout,
            environment,
            fieldManager: ObjectMarks.Manager,
            cancellationToken: cancellationToken
        );
}
