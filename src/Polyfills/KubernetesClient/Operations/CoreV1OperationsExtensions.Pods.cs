using k8s.Models;

namespace k8s;

/// <summary>The operations on namespaces, pods, services, configuration and what else the core group holds.</summary>
public static partial class CoreV1OperationsExtensions
{
    private static readonly ApiResource Pods = new("api/v1", "pods");

    public static Task<V1PodList> ListNamespacedPodAsync(
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
        operations.Api.SendAsync<V1PodList>(
            ApiRequest.List(
                Pods.In(namespaceParameter),
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

    public static Task<V1Pod> ReadNamespacedPodAsync(
        this ICoreV1Operations operations,
        string name,
        string namespaceParameter,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) => operations.Api.SendAsync<V1Pod>(ApiRequest.Read(Pods.In(namespaceParameter, name), pretty), cancellationToken);

    public static Task<V1Pod> DeleteNamespacedPodAsync(
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
        operations.Api.SendAsync<V1Pod>(
            ApiRequest.Delete(
                Pods.In(namespaceParameter, name),
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

    public static Task<Stream> ReadNamespacedPodLogAsync(
        this ICoreV1Operations operations,
        string name,
        string namespaceParameter,
        string container = null,
        bool? follow = null,
        bool? insecureSkipTLSVerifyBackend = null,
        int? limitBytes = null,
        bool? pretty = null,
        bool? previous = null,
        int? sinceSeconds = null,
        string stream = null,
        int? tailLines = null,
        bool? timestamps = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.StreamAsync(
            ApiRequest
                .Read(Pods.In(namespaceParameter, name, "log"), pretty)
                .With("container", container)
                .With("follow", follow)
                .With("insecureSkipTLSVerifyBackend", insecureSkipTLSVerifyBackend)
                .With("limitBytes", limitBytes)
                .With("previous", previous)
                .With("sinceSeconds", sinceSeconds)
                .With("stream", stream)
                .With("tailLines", tailLines)
                .With("timestamps", timestamps),
            cancellationToken
        );

    public static Task<Stream> ConnectGetNamespacedPodProxyWithPathAsync(
        this ICoreV1Operations operations,
        string name,
        string namespaceParameter,
        string path,
        string path1 = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.StreamAsync(
            ApiRequest.Read(Pods.In(namespaceParameter, name, $"proxy/{path}")).With("path", path1),
            cancellationToken
        );
}
