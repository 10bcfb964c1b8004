using k8s.Models;

namespace k8s;

/// <summary>The operations on leases.</summary>
public static class CoordinationV1OperationsExtensions
{
    private static readonly ApiResource Leases = new("apis/coordination.k8s.io/v1", "leases");

    public static Task<V1Lease> CreateNamespacedLeaseAsync(
        this ICoordinationV1Operations operations,
        V1Lease body,
        string namespaceParameter,
        string dryRun = null,
        string fieldManager = null,
        string fieldValidation = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1Lease>(
            ApiRequest.Create(Leases.In(namespaceParameter), body, dryRun, fieldManager, fieldValidation, pretty),
            cancellationToken
        );

    public static Task<V1Lease> ReadNamespacedLeaseAsync(
        this ICoordinationV1Operations operations,
        string name,
        string namespaceParameter,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1Lease>(
            ApiRequest.Read(Leases.In(namespaceParameter, name), pretty),
            cancellationToken
        );

    public static Task<V1Lease> ReplaceNamespacedLeaseAsync(
        this ICoordinationV1Operations operations,
        V1Lease body,
        string name,
        string namespaceParameter,
        string dryRun = null,
        string fieldManager = null,
        string fieldValidation = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1Lease>(
            ApiRequest.Replace(
                Leases.In(namespaceParameter, name),
                body,
                dryRun,
                fieldManager,
                fieldValidation,
                pretty
            ),
            cancellationToken
        );

    public static Task<V1Status> DeleteNamespacedLeaseAsync(
        this ICoordinationV1Operations operations,
        string name,
        string namespaceParameter,
        V1DeleteOptions body = null,
        string dryRun = null,
        int? gracePeriodSeconds = null,
        bool? ignoreStoreReadErrorWithClusterBreakingPotential = null,
        bool? orphanDependents = null,
        string propagationPolicy = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1Status>(
            ApiRequest.Delete(
                Leases.In(namespaceParameter, name),
                body,
                dryRun,
                gracePeriodSeconds,
                ignoreStoreReadErrorWithClusterBreakingPotential,
                orphanDependents,
                propagationPolicy,
                pretty
            ),
            cancellationToken
        );
}
