using k8s.Models;

namespace k8s;

/// <summary>The operations on namespaces, pods, services, configuration and what else the core group holds.</summary>
public static partial class CoreV1OperationsExtensions
{
    private static readonly ApiResource Services = new("api/v1", "services");

    public static Task<V1ServiceList> ListNamespacedServiceAsync(
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
        operations.Api.SendAsync<V1ServiceList>(
            ApiRequest.List(
                Services.In(namespaceParameter),
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

    public static Task<V1Service> CreateNamespacedServiceAsync(
        this ICoreV1Operations operations,
        V1Service body,
        string namespaceParameter,
        string dryRun = null,
        string fieldManager = null,
        string fieldValidation = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1Service>(
            ApiRequest.Create(Services.In(namespaceParameter), body, dryRun, fieldManager, fieldValidation, pretty),
            cancellationToken
        );

    public static Task<V1Service> ReadNamespacedServiceAsync(
        this ICoreV1Operations operations,
        string name,
        string namespaceParameter,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1Service>(
            ApiRequest.Read(Services.In(namespaceParameter, name), pretty),
            cancellationToken
        );

    public static Task<V1Service> PatchNamespacedServiceAsync(
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
        operations.Api.SendAsync<V1Service>(
            ApiRequest.Patch(
                Services.In(namespaceParameter, name),
                body,
                dryRun,
                fieldManager,
                fieldValidation,
                force,
                pretty
            ),
            cancellationToken
        );

    public static Task<V1Service> DeleteNamespacedServiceAsync(
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
        operations.Api.SendAsync<V1Service>(
            ApiRequest.Delete(
                Services.In(namespaceParameter, name),
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

    public static Task<Stream> ConnectGetNamespacedServiceProxyWithPathAsync(
        this ICoreV1Operations operations,
        string name,
        string namespaceParameter,
        string path,
        string path1 = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.StreamAsync(
            ApiRequest.Read(Services.In(namespaceParameter, name, $"proxy/{path}")).With("path", path1),
            cancellationToken
        );
}
