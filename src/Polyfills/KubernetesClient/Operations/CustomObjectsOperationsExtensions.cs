using k8s.Models;

namespace k8s;

/// <summary>The operations on kinds that custom resource definitions add.</summary>
public static class CustomObjectsOperationsExtensions
{
    public static Task<T> ListNamespacedCustomObjectAsync<T>(
        this ICustomObjectsOperations operations,
        string group,
        string version,
        string namespaceParameter,
        string plural,
        bool? allowWatchBookmarks = null,
        string continueParameter = null,
        string fieldSelector = null,
        string labelSelector = null,
        int? limit = null,
        string resourceVersion = null,
        string resourceVersionMatch = null,
        int? timeoutSeconds = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<T>(
            ApiRequest.List(
                ApiResource.Custom(group, version, plural).In(namespaceParameter),
                allowWatchBookmarks,
                continueParameter,
                fieldSelector,
                labelSelector,
                limit,
                resourceVersion,
                resourceVersionMatch,
                null,
                timeoutSeconds,
                pretty
            ),
            cancellationToken
        );

    public static Task<T> CreateNamespacedCustomObjectAsync<T>(
        this ICustomObjectsOperations operations,
        object body,
        string group,
        string version,
        string namespaceParameter,
        string plural,
        string dryRun = null,
        string fieldManager = null,
        string fieldValidation = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<T>(
            ApiRequest.Create(
                ApiResource.Custom(group, version, plural).In(namespaceParameter),
                body,
                dryRun,
                fieldManager,
                fieldValidation,
                pretty
            ),
            cancellationToken
        );

    public static Task<T> GetNamespacedCustomObjectAsync<T>(
        this ICustomObjectsOperations operations,
        string group,
        string version,
        string namespaceParameter,
        string plural,
        string name,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<T>(
            ApiRequest.Read(ApiResource.Custom(group, version, plural).In(namespaceParameter, name)),
            cancellationToken
        );

    public static Task<T> PatchNamespacedCustomObjectAsync<T>(
        this ICustomObjectsOperations operations,
        object body,
        string group,
        string version,
        string namespaceParameter,
        string plural,
        string name,
        string dryRun = null,
        string fieldManager = null,
        string fieldValidation = null,
        bool? force = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<T>(
            ApiRequest.Patch(
                ApiResource.Custom(group, version, plural).In(namespaceParameter, name),
                body,
                dryRun,
                fieldManager,
                fieldValidation,
                force
            ),
            cancellationToken
        );

    public static Task<T> DeleteNamespacedCustomObjectAsync<T>(
        this ICustomObjectsOperations operations,
        string group,
        string version,
        string namespaceParameter,
        string plural,
        string name,
        V1DeleteOptions body = null,
        int? gracePeriodSeconds = null,
        bool? orphanDependents = null,
        string propagationPolicy = null,
        string dryRun = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<T>(
            ApiRequest.Delete(
                ApiResource.Custom(group, version, plural).In(namespaceParameter, name),
                body,
                dryRun,
                gracePeriodSeconds,
                null,
                orphanDependents,
                propagationPolicy
            ),
            cancellationToken
        );
}
