using k8s.Models;

namespace k8s;

/// <summary>The operations on namespaces, pods, services, configuration and what else the core group holds.</summary>
public static partial class CoreV1OperationsExtensions
{
    private static readonly ApiResource ConfigMaps = new("api/v1", "configmaps");

    public static Task<V1ConfigMapList> ListNamespacedConfigMapAsync(
        this ICoreV1Operations operations,
        string namespaceParameter,
        bool? allowWatchBookmarks = null,
        string continueParameter = null,
        string fieldSelector = null,
        string labelSelector = null,
        int? limit = null,
        string resourceVersion = null,
        string resourceVersionMatch = null,
        bool? sendInitialEvents = null,
        int? timeoutSeconds = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1ConfigMapList>(
            ApiRequest.List(
                ConfigMaps.In(namespaceParameter),
                allowWatchBookmarks,
                continueParameter,
                fieldSelector,
                labelSelector,
                limit,
                resourceVersion,
                resourceVersionMatch,
                sendInitialEvents,
                timeoutSeconds,
                pretty
            ),
            cancellationToken
        );

    public static Task<V1ConfigMap> CreateNamespacedConfigMapAsync(
        this ICoreV1Operations operations,
        V1ConfigMap body,
        string namespaceParameter,
        string dryRun = null,
        string fieldManager = null,
        string fieldValidation = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1ConfigMap>(
            ApiRequest.Create(ConfigMaps.In(namespaceParameter), body, dryRun, fieldManager, fieldValidation, pretty),
            cancellationToken
        );

    public static Task<V1ConfigMap> ReadNamespacedConfigMapAsync(
        this ICoreV1Operations operations,
        string name,
        string namespaceParameter,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1ConfigMap>(
            ApiRequest.Read(ConfigMaps.In(namespaceParameter, name), pretty),
            cancellationToken
        );

    public static Task<V1ConfigMap> PatchNamespacedConfigMapAsync(
        this ICoreV1Operations operations,
        V1Patch body,
        string name,
        string namespaceParameter,
        string dryRun = null,
        string fieldManager = null,
        string fieldValidation = null,
        bool? force = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1ConfigMap>(
            ApiRequest.Patch(
                ConfigMaps.In(namespaceParameter, name),
                body,
                dryRun,
                fieldManager,
                fieldValidation,
                force,
                pretty
            ),
            cancellationToken
        );

    public static Task<V1ConfigMap> ReplaceNamespacedConfigMapAsync(
        this ICoreV1Operations operations,
        V1ConfigMap body,
        string name,
        string namespaceParameter,
        string dryRun = null,
        string fieldManager = null,
        string fieldValidation = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1ConfigMap>(
            ApiRequest.Replace(
                ConfigMaps.In(namespaceParameter, name),
                body,
                dryRun,
                fieldManager,
                fieldValidation,
                pretty
            ),
            cancellationToken
        );

    public static Task<V1Status> DeleteNamespacedConfigMapAsync(
        this ICoreV1Operations operations,
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
                ConfigMaps.In(namespaceParameter, name),
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
