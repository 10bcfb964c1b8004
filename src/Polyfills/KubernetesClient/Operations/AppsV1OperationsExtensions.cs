using k8s.Models;

namespace k8s;

/// <summary>The operations on deployments and their replica sets.</summary>
public static partial class AppsV1OperationsExtensions
{
    private static readonly ApiResource Deployments = new("apis/apps/v1", "deployments");
    private static readonly ApiResource ReplicaSets = new("apis/apps/v1", "replicasets");

    public static Task<V1DeploymentList> ListNamespacedDeploymentAsync(
        this IAppsV1Operations operations,
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
        operations.Api.SendAsync<V1DeploymentList>(
            ApiRequest.List(
                Deployments.In(namespaceParameter),
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

    public static Task<V1Deployment> CreateNamespacedDeploymentAsync(
        this IAppsV1Operations operations,
        V1Deployment body,
        string namespaceParameter,
        string dryRun = null,
        string fieldManager = null,
        string fieldValidation = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1Deployment>(
            ApiRequest.Create(Deployments.In(namespaceParameter), body, dryRun, fieldManager, fieldValidation, pretty),
            cancellationToken
        );

    public static Task<V1Deployment> ReadNamespacedDeploymentAsync(
        this IAppsV1Operations operations,
        string name,
        string namespaceParameter,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1Deployment>(
            ApiRequest.Read(Deployments.In(namespaceParameter, name), pretty),
            cancellationToken
        );

    public static Task<V1Deployment> PatchNamespacedDeploymentAsync(
        this IAppsV1Operations operations,
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
        operations.Api.SendAsync<V1Deployment>(
            ApiRequest.Patch(
                Deployments.In(namespaceParameter, name),
                body,
                dryRun,
                fieldManager,
                fieldValidation,
                force,
                pretty
            ),
            cancellationToken
        );

    public static Task<V1Deployment> ReplaceNamespacedDeploymentAsync(
        this IAppsV1Operations operations,
        V1Deployment body,
        string name,
        string namespaceParameter,
        string dryRun = null,
        string fieldManager = null,
        string fieldValidation = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1Deployment>(
            ApiRequest.Replace(
                Deployments.In(namespaceParameter, name),
                body,
                dryRun,
                fieldManager,
                fieldValidation,
                pretty
            ),
            cancellationToken
        );

    public static Task<V1Status> DeleteNamespacedDeploymentAsync(
        this IAppsV1Operations operations,
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
                Deployments.In(namespaceParameter, name),
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

    public static Task<V1ReplicaSetList> ListNamespacedReplicaSetAsync(
        this IAppsV1Operations operations,
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
        operations.Api.SendAsync<V1ReplicaSetList>(
            ApiRequest.List(
                ReplicaSets.In(namespaceParameter),
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
}
