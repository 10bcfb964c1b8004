using k8s.Models;

namespace k8s;

/// <summary>The operations on namespaces, pods, services, configuration and what else the core group holds.</summary>
public static partial class CoreV1OperationsExtensions
{
    private static readonly ApiResource Namespaces = new("api/v1", "namespaces");

    public static Task<V1NamespaceList> ListNamespaceAsync(
        this ICoreV1Operations operations,
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
        operations.Api.SendAsync<V1NamespaceList>(
            ApiRequest.List(
                Namespaces.Path(),
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

    public static Task<V1Namespace> CreateNamespaceAsync(
        this ICoreV1Operations operations,
        V1Namespace body,
        string dryRun = null,
        string fieldManager = null,
        string fieldValidation = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1Namespace>(
            ApiRequest.Create(Namespaces.Path(), body, dryRun, fieldManager, fieldValidation, pretty),
            cancellationToken
        );

    public static Task<V1Namespace> ReadNamespaceAsync(
        this ICoreV1Operations operations,
        string name,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) => operations.Api.SendAsync<V1Namespace>(ApiRequest.Read(Namespaces.Path(name), pretty), cancellationToken);
}
